import { directionOf } from '../../lib/locale.ts';
import type { Phrase } from '../../lib/pack/resolve.ts';
import { textKeys } from '../../lib/pack/schema.ts';
import { Icon } from '../shared/icons.tsx';
import { Paragraphs } from '../shared/paragraphs.tsx';
import { useStrings } from '../shared/strings.tsx';
import { useActions, useOptions, useView } from './context.tsx';
import { OriginMark } from './origin-mark.tsx';
import { textProblem } from './pack-view.ts';
import { PhraseEditor } from './phrase-editor.tsx';
import { RegisterName } from './register-name.tsx';
import { whenLines } from './when-words.ts';

/** One phrase: what it is for and how it is worded; a click opens its editor below. */
export function PhraseItem({ phrase, purpose }: { phrase: Phrase; purpose: string }) {
  const t = useStrings();
  const view = useView();
  const { setOpen } = useActions();
  const open = useOptions((state) => state.open.has(phrase.id));
  const texts = textKeys.filter((key) => phrase.text[key] !== undefined);
  const broken = texts.some((key) => textProblem(view, phrase, key)) || texts.length === 0;
  const off = view.off.has(phrase.id);
  return (
    <li className="row" data-off={off || undefined} data-open={open || undefined}>
      <button
        type="button"
        id={`${phrase.id}/head`}
        className="row-head"
        aria-expanded={open}
        aria-controls={open ? `${phrase.id}/editor` : undefined}
        onClick={() => setOpen(phrase.id, !open)}
      >
        <Icon name="chevron" />
        <span className="row-title">
          <code dir="ltr">{phrase.id}</code> <OriginMark origin={view.originOf(phrase.id)} locale={view.locale} />
          {off && <span className="badge">{t('options.off')}</span>}
          {phrase.onDemand && <span className="badge">{t('options.onDemand')}</span>}
          {broken && (
            <span className="badge warn">
              <Icon name="warning" /> {t('options.toMend')}
            </span>
          )}
        </span>
        {purpose && (
          <span className="quiet purpose" lang="en" dir="auto">
            {purpose}
          </span>
        )}
      </button>
      {open ? (
        <div id={`${phrase.id}/editor`} className="editor">
          <PhraseEditor phrase={phrase} />
        </div>
      ) : (
        <div className="row-body">
          {texts.map((key) => (
            <p key={key} className="wording">
              <RegisterName of={key} />
              <span lang={view.locale} dir={directionOf(view.locale)}>
                <Paragraphs text={phrase.text[key] ?? ''} />
              </span>
            </p>
          ))}
          <WhenChips phrase={phrase} />
        </div>
      )}
    </li>
  );
}

function WhenChips({ phrase }: { phrase: Phrase }) {
  const t = useStrings();
  const lines = whenLines(t, phrase.when);
  if (lines.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('options.whenTitle')}>
      {lines.map((line) => (
        <li key={line} className="chip small">
          {line}
        </li>
      ))}
    </ul>
  );
}
