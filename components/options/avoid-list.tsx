/** The tab “Avoid-list”: wording that a draft should not have, why, and what instead. */
import { useState } from 'react';
import { directionOf } from '../../lib/locale.ts';
import { restoreAvoid, setAvoid } from '../../lib/pack/edit.ts';
import { type AvoidItem, packLimits } from '../../lib/pack/schema.ts';
import { Icon } from '../shared/icons.tsx';
import { useStrings } from '../shared/strings.tsx';
import { useActions, useEdit, useOptions, useView } from './context.tsx';
import { TextArea, TextField } from './fields.tsx';
import { LinesField } from './lines-field.tsx';
import { avoidBelow } from './pack-view.ts';

export function AvoidList() {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const actions = useActions();
  const open = useOptions((state) => state.open);
  const [filter, setFilter] = useState('');
  const own = new Set(view.own.avoid?.map((item) => item.id));
  const wanted = filter.toLowerCase();
  const found = view.shown.avoid.filter(
    (item) =>
      open.has(item.id) || [item.id, item.why, item.instead, ...item.forms].join('\n').toLowerCase().includes(wanted),
  );

  const add = () => {
    const taken = new Set(view.shown.avoid.map((item) => item.id));
    let number = 1;
    while (taken.has(`avoid.own-${number}`)) number++;
    const id = `avoid.own-${number}`;
    edit((layer) => setAvoid(layer, undefined, id, {}));
    actions.setOpen(id, true);
    actions.requestFocus(`${id}/forms`);
  };

  return (
    <>
      <p className="help">{t('options.avoidHelp')}</p>
      <div className="filter">
        <TextField id="filter-avoid" label={t('options.filterAvoid')} value={filter} onChange={setFilter} />
        <button type="button" className="plain" onClick={add}>
          {t('options.addAvoid')}
        </button>
      </div>
      <ul className="rows">
        {found.map((item) => (
          <AvoidRow key={item.id} item={item} own={own.has(item.id)} />
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{t('suggestions.noMatch')}</p>}
    </>
  );
}

function AvoidRow({ item, own }: { item: AvoidItem; own: boolean }) {
  const t = useStrings();
  const view = useView();
  const { setOpen } = useActions();
  const open = useOptions((state) => state.open.has(item.id));
  const off = view.avoidOff.has(item.id);
  const dir = directionOf(view.locale);
  return (
    <li className="row" data-off={off || undefined} data-open={open || undefined}>
      <button
        type="button"
        id={`${item.id}/head`}
        className="row-head"
        aria-expanded={open}
        aria-controls={open ? `${item.id}/editor` : undefined}
        onClick={() => setOpen(item.id, !open)}
      >
        <Icon name="chevron" />
        <span className="row-title">
          <span lang={view.locale} dir={dir} className="avoided">
            {item.forms.length > 0 ? item.forms.slice(0, 3).join(' · ') : <code dir="ltr">{item.id}</code>}
            {item.forms.length > 3 && ' …'}
          </span>{' '}
          {own && (
            <span className="badge" data-layer="own">
              {t('options.layer.own')}
            </span>
          )}
          {off && <span className="badge">{t('options.off')}</span>}
        </span>
      </button>
      {open ? (
        <div id={`${item.id}/editor`} className="editor">
          <AvoidEditor item={item} own={own} off={off} />
        </div>
      ) : (
        <div className="row-body">
          <p className="quiet" lang="en" dir="auto">
            {item.why}
          </p>
          <p className="wording">
            <span className="register">{t('draft.instead')}</span>
            <span lang={view.locale} dir="auto">
              {item.instead}
            </span>
          </p>
        </div>
      )}
    </li>
  );
}

function AvoidEditor({ item, own, off }: { item: AvoidItem; own: boolean; off: boolean }) {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const { setOpen, requestFocus } = useActions();
  const { id } = item;
  const below = avoidBelow(view, id);
  const change = (what: Partial<AvoidItem>) => edit((layer) => setAvoid(layer, below, id, what));
  const empty = { problem: t('options.empty'), remedy: t('options.emptyRemedy') };
  return (
    <>
      <LinesField
        id={`${id}/forms`}
        label={t('options.avoidForms')}
        help={t('options.avoidFormat')}
        values={item.forms}
        lang={view.locale}
        onChange={(forms) => change({ forms })}
        problem={item.forms.length === 0 ? empty : undefined}
      />
      <TextArea
        id={`${id}/why`}
        label={t('options.avoidWhy')}
        value={item.why}
        onChange={(why) => change({ why })}
        dir="auto"
        maxLength={packLimits.note}
        problem={item.why.trim() ? undefined : empty}
      />
      <TextArea
        id={`${id}/instead`}
        label={t('draft.instead')}
        value={item.instead}
        onChange={(instead) => change({ instead })}
        lang={view.locale}
        dir="auto"
        maxLength={packLimits.text}
        problem={item.instead.trim() ? undefined : empty}
      />
      <div className="buttons">
        {own && below && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              edit((layer) => restoreAvoid(layer, id));
              requestFocus(id);
            }}
          >
            {t('options.restore')}
          </button>
        )}
        {below && (
          <button type="button" className="plain" onClick={() => change({ off: !off })}>
            {t(off ? 'options.useAgain' : 'options.switchOff')}
          </button>
        )}
        {!below && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              setOpen(id, false);
              edit((layer) => restoreAvoid(layer, id));
              requestFocus('filter-avoid');
            }}
          >
            {t('options.remove')}
          </button>
        )}
        <button
          type="button"
          className="plain"
          onClick={() => {
            setOpen(id, false);
            requestFocus(`${id}/head`);
          }}
        >
          {t('options.close')}
        </button>
      </div>
    </>
  );
}
