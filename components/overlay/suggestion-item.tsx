import { memo, useId } from 'react';
import type { Reason, Suggestion } from '../../lib/suggest/types.ts';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { Paragraphs } from '../shared/paragraphs.tsx';
import { nameOf, type StringKey, useStrings } from '../shared/strings.tsx';
import { useActions, usePanel } from './context.tsx';

interface SuggestionItemProps {
  suggestion: Suggestion;
  /** The first of its move: shows the move's name. */
  first: boolean;
  /** The one in the tab order. */
  current: boolean;
}

/** A suggestion is a button named by its own text: a click puts it into the reply box. */
export const SuggestionItem = memo(function SuggestionItem({ suggestion, first, current }: SuggestionItemProps) {
  const t = useStrings();
  const actions = useActions();
  const inserted = usePanel((state) => state.inserted.includes(suggestion.id));
  const busy = usePanel((state) => state.busy !== undefined);
  const editorFound = usePanel((state) => state.editorFound);
  const note = usePanel((state) => state.mode === 'note');
  const why = useDisclosure();
  const about = useId();
  const { id, text, gloss, blanks } = suggestion;
  const tabIndex = current ? 0 : -1;
  const target: StringKey = !editorFound
    ? 'suggestions.toClipboard'
    : note
      ? 'suggestions.toNote'
      : 'suggestions.toReply';

  const use = () => {
    // Where there is no reply box this very moment it copies: the label may be a second old, the click is not.
    if (!busy) actions.insert(id);
  };

  return (
    <li className="suggestion" data-current={current || undefined}>
      {first && <span className="move">{nameOf(t, 'move', suggestion.move)}</span>}
      <div className="row" data-glossed={gloss ? true : undefined}>
        <button
          type="button"
          className="phrase"
          data-suggestion={id}
          data-inserted={inserted || undefined}
          tabIndex={tabIndex}
          lang={suggestion.locale}
          dir={suggestion.dir}
          aria-describedby={about}
          aria-disabled={busy || undefined}
          onClick={use}
        >
          <Paragraphs text={text} blanks={blanks} />
        </button>
        <div className="tools">
          <button {...why.button} className="tool text" tabIndex={tabIndex}>
            {t('suggestions.why')}
          </button>
          <button
            type="button"
            className="tool"
            tabIndex={tabIndex}
            aria-label={t('suggestions.copy')}
            title={t('suggestions.copy')}
            onClick={() => actions.copy(id)}
          >
            <Icon name="copy" />
          </button>
        </div>
        <div id={about} className="about">
          {gloss && (
            <span className="gloss" lang={gloss.locale} dir={gloss.dir}>
              {gloss.text}
            </span>
          )}{' '}
          {/* The brackets themselves are marked in the text: no line more for those who see them. */}
          {blanks && <span className="unseen">{t('suggestions.blanks')}</span>}{' '}
          {/* In a corner of its own: a line more would move the next suggestion under a double click. */}
          {inserted && (
            <span className="done">
              <Icon name="check" />
              <span className="unseen">{t('suggestions.inserted')}</span>
            </span>
          )}{' '}
          <span className="unseen">{t(target)}</span>
        </div>
      </div>
      <div {...why.content} className="why">
        {why.open && <Why reason={suggestion.reason} />}
      </div>
    </li>
  );
});

const empathyKeys = [
  'empathy.acts',
  'empathy.fact',
  'empathy.consequence',
  'empathy.feeling',
  'empathy.shared',
] as const satisfies readonly StringKey[];

function Why({ reason: { note, because, source, empathy } }: { reason: Reason }) {
  const t = useStrings();
  const step = empathy === undefined ? undefined : empathyKeys[empathy];
  return (
    <>
      <p dir="auto">{note}</p>
      <dl>
        {because.length > 0 && (
          <div>
            <dt>{t('suggestions.because')}</dt>
            <dd>{because.map(({ kind, id }) => nameOf(t, kind, id)).join(' · ')}</dd>
          </div>
        )}
        {step && (
          <div>
            <dt>{t('suggestions.empathy')}</dt>
            <dd>{t(step)}</dd>
          </div>
        )}
        {source && (
          <div>
            <dt>{t('suggestions.source')}</dt>
            <dd dir="auto">{source}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
