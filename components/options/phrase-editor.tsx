/** Everything about one phrase: wording by register with its preview, note, conditions, examples, and the ways back. */
import { useState } from 'react';
import { directionOf } from '../../lib/locale.ts';
import { type PhraseChange, restorePhrase, setPhrase, switchOffPhrase, switchOnPhrase } from '../../lib/pack/edit.ts';
import type { Phrase } from '../../lib/pack/resolve.ts';
import { isChatKey, packLimits, type TextKey, textKeys } from '../../lib/pack/schema.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { ArgumentHelp } from './argument-help.tsx';
import { useActions, useEdit, useView } from './context.tsx';
import { Examples } from './examples.tsx';
import { TextArea } from './fields.tsx';
import { phraseBelow, textProblem } from './pack-view.ts';
import { Preview } from './preview.tsx';
import { RegisterName, registerOf } from './register-name.tsx';
import { WhenEditor } from './when-editor.tsx';

export function PhraseEditor({ phrase }: { phrase: Phrase }) {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const actions = useActions();
  const { id, text } = phrase;
  const below = phraseBelow(view, id);
  const edited = view.own.phrases?.some((own) => own.id === id) ?? false;
  const off = view.off.has(id);
  const { registers } = view.shown.profile;
  const single = text.any !== undefined;
  const hasChat = textKeys.some((key) => isChatKey(key) && text[key] !== undefined);
  const [chatOpen, setChatOpen] = useState(hasChat);
  const written: readonly ('any' | 'formal' | 'informal')[] = single ? ['any'] : registers;
  const fields: TextKey[] = written.flatMap((key) => (chatOpen || hasChat ? [key, `${key}Chat` as const] : [key]));
  const change = (what: PhraseChange) => edit((layer) => setPhrase(layer, below, id, what));

  const setText = (key: TextKey, value: string) => {
    const { [key]: _, ...others } = text;
    change({ text: value === '' && key !== 'any' ? others : { ...others, [key]: value } });
  };
  const toggleChat = (open: boolean) => {
    setChatOpen(open);
    if (!open) change({ text: Object.fromEntries(written.map((key) => [key, text[key]])) });
  };
  const toggleSingle = (one: boolean) => {
    const first = text[registers[0] ?? 'formal'] ?? Object.values(text)[0] ?? '';
    change({
      text: one ? { any: first } : Object.fromEntries(registers.map((register) => [register, text.any ?? ''])),
    });
  };

  return (
    <>
      {fields.map((key) => {
        const value = text[key] ?? '';
        const register = registerOf(key);
        const name = register === 'any' ? t('options.anyRegister') : nameOf(t, 'register', register);
        const problem =
          textProblem(view, phrase, key) ??
          (Object.values(text).every((one) => !one.trim())
            ? { problem: t('options.noText'), remedy: t('options.noTextRemedy') }
            : undefined);
        return (
          <div key={key} className="text-field">
            <TextArea
              id={`${id}/text/${key}`}
              label={t(isChatKey(key) ? 'options.chatTextFor' : 'options.textFor', name)}
              value={value}
              onChange={(next) => setText(key, next)}
              lang={view.locale}
              dir={directionOf(view.locale)}
              maxLength={packLimits.text}
              problem={problem}
              help={
                value !== '' || problem
                  ? undefined
                  : isChatKey(key)
                    ? t('options.chatAsAbove')
                    : t('options.silentFor', name)
              }
            />
            {value !== '' && !problem && (
              <Preview text={value} register={register === 'any' ? (registers[0] ?? 'formal') : register} />
            )}
          </div>
        );
      })}
      {registers.length > 1 && (
        <label className="check">
          <input type="checkbox" checked={single} onChange={(event) => toggleSingle(event.target.checked)} />{' '}
          {t('options.sameForAll')}
        </label>
      )}
      <label className="check">
        <input type="checkbox" checked={chatOpen || hasChat} onChange={(event) => toggleChat(event.target.checked)} />{' '}
        {t('options.otherInChat')}
      </label>
      <ArgumentHelp />
      <TextArea
        id={`${id}/note`}
        label={t('options.note')}
        help={t('options.noteHelp')}
        value={phrase.note ?? ''}
        onChange={(note) => change({ note: note === '' ? undefined : note })}
        dir="auto"
        maxLength={packLimits.note}
      />
      {phrase.source && (
        <p className="quiet">
          {t('suggestions.source')}:{' '}
          <span lang="en" dir="auto">
            {phrase.source}
          </span>
        </p>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={phrase.onDemand}
          onChange={(event) => change({ onDemand: event.target.checked || (below?.onDemand ? false : undefined) })}
        />{' '}
        {t('options.onDemandLong')}
      </label>
      <WhenEditor id={id} when={phrase.when} onChange={(when) => change({ when })} />
      <Examples phrase={phrase} onChange={(examples) => change({ examples })} />
      <div className="buttons">
        {edited && below && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              edit((layer) => restorePhrase(layer, id));
              actions.requestFocus(id);
            }}
          >
            {t('options.restore')}
          </button>
        )}
        {off ? (
          <button
            type="button"
            className="plain"
            onClick={() => edit((layer) => switchOnPhrase(layer, below, id, view.offBelow.has(id)))}
          >
            {t('options.useAgain')}
          </button>
        ) : (
          <button type="button" className="plain" onClick={() => edit((layer) => switchOffPhrase(layer, below, id))}>
            {t('options.switchOff')}
          </button>
        )}
        {!below && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              actions.setOpen(id, false);
              edit((layer) => restorePhrase(layer, id));
              actions.requestFocus('filter-phrases');
            }}
          >
            {t('options.removePhrase')}
          </button>
        )}
        <button
          type="button"
          className="plain"
          onClick={() => {
            actions.setOpen(id, false);
            actions.requestFocus(`${id}/head`);
          }}
        >
          {t('options.close')}
        </button>
      </div>
      {below && edited && <Below below={below} />}
    </>
  );
}

/** The wording that the lead's edit stands in front of, to compare. */
function Below({ below }: { below: Phrase }) {
  const t = useStrings();
  const { locale } = useView();
  return (
    <div className="below">
      <h4>{t('options.belowTitle')}</h4>
      {textKeys
        .filter((key) => below.text[key] !== undefined)
        .map((key) => (
          <p key={key} className="wording">
            <RegisterName of={key} />
            <span lang={locale} dir={directionOf(locale)}>
              {below.text[key]}
            </span>
          </p>
        ))}
    </div>
  );
}
