import { type ReactNode, useId } from 'react';
import type { Evidence as EvidenceItem, Judged, Reading as ReadingData } from '../../lib/reading.ts';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { languageName, nameOf, regionName, useStrings } from '../shared/strings.tsx';
import { confidenceKey } from './confidence.ts';
import { usePanel } from './context.tsx';
import { Correction, CorrectionButton } from './correction.tsx';
import { Evidence } from './evidence.tsx';
import { LanguageQuestion } from './language-question.tsx';
import { Salutation } from './salutation.tsx';
import { Signals } from './signals.tsx';
import { Strength } from './strength.tsx';

/** The group “Reading”: what we think of the thread, how sure we are, and the customer's words that led to it. */
export function Reading() {
  const t = useStrings();
  const reading = usePanel((state) => state.analysis?.reading);
  const refining = usePanel((state) => state.analysis?.refining ?? false);
  const correcting = usePanel((state) => state.correcting);
  const title = useId();
  const form = useId();
  if (!reading) return null;
  return (
    <fieldset className="reading" aria-labelledby={title} data-refining={refining || undefined}>
      <div className="title-line">
        <h2 id={title}>{t('reading.title')}</h2>
        <CorrectionButton controls={form} />
      </div>
      {reading.language.value === 'unknown' && !correcting && <LanguageQuestion reading={reading} />}
      {correcting ? <Correction id={form} reading={reading} /> : <Facts reading={reading} />}
    </fieldset>
  );
}

function Facts({ reading }: { reading: ReadingData }) {
  const t = useStrings();
  const language = reading.language.value === 'unknown' ? undefined : reading.language.value;
  const register = reading.register.value;
  return (
    <div className="facts">
      {language && (
        <Fact label={t('reading.language')} evidence={reading.language.evidence} language={language}>
          <span className="value">{languageName(t, language)}</span> <Confidence of={reading.language} />
          {reading.language.region && <Region tag={reading.language.region.value} />}
        </Fact>
      )}
      <Fact label={t('reading.register')} evidence={reading.register.evidence} language={language}>
        <span className="value">
          {register === 'unmarked' ? t('reading.unmarked') : nameOf(t, 'register', register)}
        </span>{' '}
        {register !== 'unmarked' && <Confidence of={reading.register} />}
      </Fact>
      <Fact label={t('reading.emotion')} evidence={reading.emotion.evidence} language={language}>
        <span className="value">{nameOf(t, 'emotion', reading.emotion.value)}</span>{' '}
        {/* Nothing was read: of a feeling no one says that it is usual here. */}
        {reading.emotion.source !== 'default' && <Confidence of={reading.emotion} />}{' '}
        <Strength emotion={reading.emotion} trend={reading.trend} />
      </Fact>
      <Salutation />
      {reading.signals.length > 0 && <Signals signals={reading.signals} language={language} />}
    </div>
  );
}

interface FactProps {
  /** What the value is about; heard, not seen: every value speaks for itself. */
  label: string;
  evidence: EvidenceItem[];
  language: string | undefined;
  children: ReactNode;
}

/** One judgement. With evidence the whole of it is the button that shows it. */
function Fact({ label, evidence, language, children }: FactProps) {
  const words = useDisclosure();
  const line = (
    <>
      <span className="unseen">{label}</span> <span>{children}</span>
    </>
  );
  if (evidence.length === 0) return <div className="fact">{line}</div>;
  return (
    <>
      <button {...words.button} className="fact">
        {line}
        <Icon name="chevron" />
      </button>
      <div {...words.content} className="evidence">
        {words.open && <Evidence items={evidence} language={language} />}
      </div>
    </>
  );
}

/** A weaker guess than the language, and worded as one. */
function Region({ tag }: { tag: string }) {
  const t = useStrings();
  return (
    <>
      {' '}
      <span className="confidence">{t('reading.region', regionName(t, tag))}</span>
    </>
  );
}

function Confidence({ of }: { of: Judged<unknown> }) {
  const t = useStrings();
  const key = confidenceKey(of);
  return (
    <span className="confidence" data-confidence={key}>
      {t(`confidence.${key}`)}
    </span>
  );
}
