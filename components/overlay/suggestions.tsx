import { useId, useState } from 'react';
import type { Suggestion } from '../../lib/suggest/types.ts';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { useStrings } from '../shared/strings.tsx';
import { usePanel } from './context.tsx';
import { inReplyOrder, matches } from './order.ts';
import { useRoving } from './roving.ts';
import { SuggestionItem } from './suggestion-item.tsx';

const none: Suggestion[] = [];

/** The list “Suggestions”, in the order of a good reply, and under “More phrases” those the agent asks for. */
export function Suggestions() {
  const t = useStrings();
  const all = usePanel((state) => state.analysis?.suggestions ?? none);
  const hasPack = usePanel((state) => state.analysis?.locale != null);
  const mode = usePanel((state) => state.mode);
  const editorFound = usePanel((state) => state.editorFound);
  const [filter, setFilter] = useState('');
  const more = useDisclosure();
  const title = useId();
  const moreTitle = useId();

  const proposed = inReplyOrder(all.filter(({ onDemand }) => !onDemand));
  const onDemand = inReplyOrder(all.filter((suggestion) => suggestion.onDemand));
  const found = onDemand.filter((suggestion) => matches(suggestion, filter, t));
  const roving = useRoving([...proposed, ...(more.open ? found : [])].map(({ id }) => id));
  // Without a pack there is nothing to look through, and the notice above has said so.
  if (all.length === 0 && !hasPack) return null;
  const list = (suggestions: Suggestion[], labelledBy: string) => (
    <ul className="suggestions" aria-labelledby={labelledBy}>
      {suggestions.map((suggestion, index) => (
        <SuggestionItem
          key={suggestion.id}
          suggestion={suggestion}
          first={suggestion.move !== suggestions[index - 1]?.move}
          current={suggestion.id === roving.current}
        />
      ))}
    </ul>
  );

  return (
    <div className="phrases" {...roving.container}>
      <div className="title-line">
        <h2 id={title}>{t('suggestions.title')}</h2>
        {editorFound && mode !== 'note' && (
          <span className="target" aria-hidden="true">
            <Icon name="insert" />
            {t('suggestions.toReply')}
          </span>
        )}
      </div>
      {!editorFound && <p className="hint">{t('suggestions.noEditor')}</p>}
      {editorFound && mode === 'note' && (
        <p className="hint note-mode">
          <Icon name="warning" />
          {t('suggestions.noteMode')}
        </p>
      )}
      {proposed.length > 0 ? list(proposed, title) : <p className="hint">{t('suggestions.none')}</p>}
      {onDemand.length > 0 && (
        <>
          <button {...more.button} className="link more">
            <Icon name="chevron" />
            <span id={moreTitle}>{t('suggestions.more')}</span> <span className="count">{onDemand.length}</span>
          </button>
          <div {...more.content}>
            {more.open && (
              <>
                <input
                  type="search"
                  aria-label={t('suggestions.filter')}
                  placeholder={t('suggestions.filter')}
                  value={filter}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => setFilter(event.target.value)}
                />
                {found.length > 0 ? list(found, moreTitle) : <p className="hint">{t('suggestions.noMatch')}</p>}
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
