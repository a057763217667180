/** The tab “Phrases”: all of a pack's wording by move, found by a filter, opened to edit. */
import { useDeferredValue, useState } from 'react';
import { setPhrase } from '../../lib/pack/edit.ts';
import { moves } from '../../lib/pack/moves.ts';
import type { Phrase } from '../../lib/pack/resolve.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { AddPhrase } from './add-phrase.tsx';
import { useActions, useEdit, useOptions, useView } from './context.tsx';
import { TextField } from './fields.tsx';
import { PhraseItem } from './phrase-item.tsx';

/** Found by any word of its id, purpose, wording or note. */
export function matches(phrase: Pick<Phrase, 'id' | 'text' | 'note'>, purpose: string, filter: string): boolean {
  const all = [phrase.id, purpose, phrase.note ?? '', ...Object.values(phrase.text)].join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => all.includes(word));
}

export function Phrases() {
  const t = useStrings();
  const view = useView();
  const catalogue = useOptions((state) => state.catalogue);
  const open = useOptions((state) => state.open);
  const [filter, setFilter] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const wanted = useDeferredValue(filter);
  const purposes = new Map(catalogue.map(({ id, purpose }) => [id, purpose]));
  const own = new Set(view.own.phrases?.map((phrase) => phrase.id));
  const found = view.shown.phrases.filter(
    (phrase) =>
      open.has(phrase.id) ||
      ((!onlyOwn || own.has(phrase.id)) && matches(phrase, purposes.get(phrase.id) ?? '', wanted)),
  );

  return (
    <>
      <div className="filter">
        <TextField id="filter-phrases" label={t('options.filterPhrases')} value={filter} onChange={setFilter} />
        <label className="check">
          <input type="checkbox" checked={onlyOwn} onChange={(event) => setOnlyOwn(event.target.checked)} />{' '}
          {t('options.onlyOwn')}
        </label>
        <span className="quiet" role="status">
          {t('options.phrasesFound', String(found.length))}
        </span>
      </div>
      <AddPhrase />
      {moves.map((move) => {
        const ofMove = found.filter((phrase) => phrase.move === move);
        if (ofMove.length === 0) return null;
        return (
          <section key={move} aria-labelledby={`move-${move}`}>
            <h3 id={`move-${move}`}>{nameOf(t, 'move', move)}</h3>
            <ul className="rows">
              {ofMove.map((phrase) => (
                <PhraseItem key={phrase.id} phrase={phrase} purpose={purposes.get(phrase.id) ?? ''} />
              ))}
            </ul>
          </section>
        );
      })}
      {found.length === 0 && <p className="quiet">{t('suggestions.noMatch')}</p>}
      <Missing purposes={purposes} />
    </>
  );
}

/** Catalogue phrases the pack does without: each may be written after all. */
function Missing({ purposes }: { purposes: ReadonlyMap<string, string> }) {
  const t = useStrings();
  const { missing } = useView();
  const edit = useEdit();
  const actions = useActions();
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h3 id="missing">{t('options.missing')}</h3>
      <ul className="rows">
        {missing.map(({ id, why }) => (
          <li key={id} className="row">
            <div className="row-line">
              <code dir="ltr">{id}</code>
              <span className="quiet" lang="en" dir="auto">
                {purposes.get(id)}
              </span>
              <button
                type="button"
                className="plain"
                aria-label={`${t('options.write')}: ${id}`}
                onClick={() => {
                  edit((layer) => setPhrase(layer, undefined, id, { text: {} }));
                  actions.setOpen(id, true);
                  actions.requestFocus(`${id}/text`);
                }}
              >
                {t('options.write')}
              </button>
            </div>
            {why && (
              <p className="quiet" lang="en" dir="auto">
                {why}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
