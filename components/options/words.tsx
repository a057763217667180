/** The tab “Words”: what customers type for a concept in this language; a lead teaches words and strikes them out. */
import { useEffect, useState } from 'react';
import { editWordList, type WordList } from '../../lib/affect/words.ts';
import { languageOf } from '../../lib/locale.ts';
import { addWord, removeWord } from '../../lib/pack/edit.ts';
import type { Pack } from '../../lib/pack/schema.ts';
import { nameOf, type Translate, useStrings } from '../shared/strings.tsx';
import { useActions, useEdit, useOptions, usePage, useView } from './context.tsx';
import { Chip, Select, TextField } from './fields.tsx';

function useWordList(locale: string): WordList | undefined {
  const { library } = usePage();
  const [list, setList] = useState<{ locale: string; words: WordList }>();
  useEffect(() => {
    let stale = false;
    library.words(languageOf(locale) ?? locale).then((words) => {
      if (!stale) setList({ locale, words });
    });
    return () => {
      stale = true;
    };
  }, [locale, library]);
  return list?.locale === locale ? list.words : undefined;
}

/** Register signs have no concept name of their own. */
function signName(t: Translate, id: string): string | undefined {
  if (id === 'r-plural') return t('options.pluralSign');
  if (id === 'r-casual') return t('options.casualSign');
  if (id === 'r-formal' || id === 'r-informal') return t('options.registerSign', nameOf(t, 'register', id.slice(2)));
  return undefined;
}

export function Words() {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const { requestFocus } = useActions();
  const concepts = useOptions((state) => state.concepts);
  const list = useWordList(view.locale);
  const [chosen, setChosen] = useState('');
  const [word, setWord] = useState('');
  const [filter, setFilter] = useState('');
  const label = (id: string) => signName(t, id) ?? nameOf(t, 'concept', id);
  const choices = concepts
    .map((id) => ({ value: id, label: label(id) }))
    .sort((a, b) => a.label.localeCompare(b.label, t('ui.lang') || 'en'));
  const concept = chosen || choices[0]?.value || '';
  const shipped = list && editWordList(list, view.below.words).get(concept);
  const own = view.own.words?.[concept] ?? {};
  const known = shipped ?? [];
  const kept = known.filter((form) => !own.remove?.includes(form));
  const taught = Object.entries(view.own.words ?? {});
  const typed = word.trim().replace(/\s+/gu, ' ');
  const again = typed !== '' && [...kept, ...(own.add ?? [])].includes(typed);
  const visible = kept.filter((form) => form.toLowerCase().includes(filter.toLowerCase()));

  /** The button is gone with its word; the keyboard goes to the field for new ones. */
  const take = (change: (layer: Pack) => Pack) => {
    edit(change);
    requestFocus(`words/${concept}`);
  };

  return (
    <>
      <p className="help">{t('options.wordsIntro')}</p>
      <Select id="words" label={t('options.concept')} value={concept} onChange={setChosen} options={choices} />
      {taught.length > 0 && (
        <fieldset className="buttons" aria-label={t('options.editedConcepts')}>
          <span className="quiet">{t('options.editedConcepts')}</span>
          {taught.map(([id]) => (
            <button
              key={id}
              type="button"
              className="plain"
              aria-pressed={id === concept}
              onClick={() => setChosen(id)}
            >
              {label(id)}
            </button>
          ))}
        </fieldset>
      )}
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (!typed || again || !list) return;
          edit((layer) => addWord(layer, concept, typed, known));
          setWord('');
        }}
      >
        <div className="with-button">
          <TextField
            id={`words/${concept}`}
            label={t('options.newWord', label(concept))}
            help={t('options.wordFormat')}
            value={word}
            onChange={setWord}
            lang={view.locale}
            dir="auto"
            maxLength={200}
            problem={again ? { problem: t('options.wordKnown'), remedy: t('options.wordKnownRemedy') } : undefined}
          />
          <button type="submit" className="plain primary" disabled={!typed || again || !list}>
            {t('options.add')}
          </button>
        </div>
      </form>
      <WordGroup
        title={t('options.ownWords')}
        none={t('options.noOwnWords')}
        words={own.add ?? []}
        mark="own"
        lang={view.locale}
        remove={(form) => take((layer) => removeWord(layer, concept, form, known))}
      />
      {own.remove && own.remove.length > 0 && (
        <WordGroup
          title={t('options.struckWords')}
          none=""
          words={own.remove}
          mark="struck"
          lang={view.locale}
          remove={(form) => take((layer) => addWord(layer, concept, form, known))}
        />
      )}
      <section aria-labelledby="shipped-words">
        <h3 id="shipped-words">{t('options.shippedWords', String(kept.length))}</h3>
        {kept.length > 12 && (
          <TextField label={t('options.filterWords')} value={filter} onChange={setFilter} dir="auto" />
        )}
        {list === undefined ? (
          <p className="quiet">{t('options.loading')}</p>
        ) : visible.length === 0 ? (
          <p className="quiet">{t('suggestions.noMatch')}</p>
        ) : (
          <ul className="chips">
            {visible.map((form) => (
              <Chip
                key={form}
                name={form}
                lang={view.locale}
                remove={() => take((layer) => removeWord(layer, concept, form, known))}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function WordGroup({
  title,
  none,
  words,
  mark,
  lang,
  remove,
}: {
  title: string;
  none: string;
  words: readonly string[];
  mark: 'own' | 'struck';
  lang: string;
  remove: (word: string) => void;
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="chips">
          {words.map((word) => (
            <Chip key={word} name={word} mark={mark} lang={lang} remove={() => remove(word)} />
          ))}
        </ul>
      )}
    </section>
  );
}
