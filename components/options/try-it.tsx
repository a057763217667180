/** The tab “Try it”: a customer's message, read and answered by the very code that answers tickets, unsaved edits included. */
import { useEffect, useState } from 'react';
import { createEngine, type EngineAnswer } from '../../lib/engine.ts';
import type { Suggestion } from '../../lib/suggest/types.ts';
import { type Channel, channels, type Thread } from '../../lib/thread.ts';
import { Evidence } from '../overlay/evidence.tsx';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { Paragraphs } from '../shared/paragraphs.tsx';
import { languageName, nameOf, useStrings } from '../shared/strings.tsx';
import { useActions, useOptions, usePage, useView } from './context.tsx';
import { Select, TextArea, TextField } from './fields.tsx';
import type { Trial } from './store.ts';

const intensityKeys = ['intensity.none', 'intensity.slight', 'intensity.clear', 'intensity.strong'] as const;

export function threadOf({ customer, agentBefore, channel, name }: Trial): Thread {
  return {
    desk: 'try-it',
    ticket: 'try-it',
    channel,
    ...(name.trim() && { customerName: name.trim() }),
    messages: [
      ...(agentBefore.trim() ? [{ id: '0', role: 'agent' as const, text: agentBefore }] : []),
      { id: '1', role: 'customer', text: customer },
    ],
  };
}

export function TryIt() {
  const t = useStrings();
  const { locale, shown } = useView();
  const trial = useOptions((state) => state.trial);
  const { setTrial: set } = useActions();
  const [readAs, setReadAs] = useState<'auto' | 'pack'>(locale.includes('-') ? 'pack' : 'auto');
  const { answer, problem } = useAnswer(trial, readAs === 'pack' ? locale : undefined);
  return (
    <div className="try-it">
      <div className="card">
        <TextArea
          label={t('options.tryCustomer')}
          help={t('options.tryHelp')}
          value={trial.customer}
          onChange={(customer) => set({ customer })}
          dir="auto"
          rows={5}
          maxLength={20_000}
        />
        <TextArea
          label={t('options.tryAgent')}
          value={trial.agentBefore}
          onChange={(agentBefore) => set({ agentBefore })}
          dir="auto"
          maxLength={20_000}
        />
        <div className="grid">
          <TextField
            label={t('options.tryName')}
            value={trial.name}
            onChange={(name) => set({ name })}
            dir="auto"
            maxLength={80}
          />
          <Select
            label={t('options.when.channel')}
            value={trial.channel}
            onChange={(channel) => set({ channel: channel as Channel })}
            options={channels.map((one) => ({ value: one, label: t(`options.channel_${one}`) }))}
          />
          <Select
            label={t('options.readAs')}
            value={readAs}
            onChange={(value) => setReadAs(value as 'auto' | 'pack')}
            options={[
              { value: 'auto', label: t('options.readAuto') },
              { value: 'pack', label: shown.profile.name ?? locale },
            ]}
          />
        </div>
      </div>
      <div className="try-result">
        {/* The count alone is announced: the whole answer at every pause of typing would be noise. */}
        <p className="unseen" role="status">
          {answer && `${t('suggestions.title')}: ${answer.suggestions.filter((one) => !one.onDemand).length}`}
        </p>
        {problem && <p className="problem-line">{t('options.tryFailed', problem)}</p>}
        {answer ? <AnswerView answer={answer} /> : !problem && <p className="quiet">{t('options.tryEmpty')}</p>}
      </div>
    </div>
  );
}

/** Waits for a pause in typing; an answer that is no longer wanted is dropped. */
function useAnswer(trial: Trial, language: string | undefined): { answer?: EngineAnswer; problem?: string } {
  const { library, uiLocale, model } = usePage();
  const files = useOptions((state) => state.files);
  const draft = useOptions((state) => state.draft);
  const settings = useOptions((state) => state.settings);
  const [result, setResult] = useState<{ answer?: EngineAnswer; problem?: string }>({});
  useEffect(() => {
    if (!trial.customer.trim()) {
      setResult({});
      return;
    }
    let stale = false;
    const timer = setTimeout(async () => {
      try {
        const engine = createEngine(library, { packs: files, edits: draft });
        const question = {
          thread: threadOf(trial),
          correction: language ? { language } : {},
          settings,
          uiLocale,
          now: new Date(),
        };
        const answer = await engine.answer(question);
        if (stale) return;
        setResult({ answer });
        if (!model || answer.readBy !== 'rules') return;
        // As on a ticket: the rules' answer stands until the model's is there, and where it does not come.
        const refined = await engine.answer(question, model).catch(() => undefined);
        if (refined && !stale) setResult({ answer: refined });
      } catch (error) {
        if (!stale) setResult({ problem: error instanceof Error ? error.message : String(error) });
      }
    }, 200);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [trial, language, library, uiLocale, model, files, draft, settings]);
  return result;
}

function AnswerView({ answer }: { answer: EngineAnswer }) {
  const t = useStrings();
  const { locale, shown } = useView();
  const { reading } = answer.situation;
  const language = reading.language.value;
  const known = language === 'unknown' ? undefined : language;
  const register = reading.register.value;
  return (
    <>
      <section aria-labelledby="try-reading">
        <h3 id="try-reading">{t('reading.title')}</h3>
        <dl className="facts">
          <Fact label={t('reading.language')} value={known ? languageName(t, known) : t('reading.unknown')} />
          <Fact
            label={t('reading.register')}
            value={register === 'unmarked' ? t('reading.unmarked') : nameOf(t, 'register', register)}
          />
          <Fact
            label={t('reading.emotion')}
            value={`${nameOf(t, 'emotion', reading.emotion.value)} · ${t(intensityKeys[reading.emotion.intensity])}`}
          />
          <Fact
            label={t('reading.signals')}
            value={reading.signals.map((signal) => nameOf(t, 'signal', signal.value)).join(', ') || '–'}
          />
        </dl>
        <div className="evidence">
          <span className="quiet">{t('reading.words')}</span>
          <Evidence
            items={[
              ...reading.register.evidence,
              ...reading.emotion.evidence,
              ...reading.signals.flatMap((signal) => signal.evidence),
            ]}
            language={known}
          />
        </div>
      </section>
      {!known && <p className="notice">{t('options.tryUnknown')}</p>}
      {known && answer.locale !== locale && (
        <p className="notice">
          {answer.locale
            ? t('options.otherPack', answer.packName || answer.locale, shown.profile.name ?? locale)
            : t('panel.noPack', languageName(t, known))}
        </p>
      )}
      <Suggested answer={answer} />
    </>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Suggested({ answer }: { answer: EngineAnswer }) {
  const t = useStrings();
  const draft = useOptions((state) => state.draft);
  const own = new Set(
    Object.entries(draft).flatMap(([locale, layer]) =>
      answer.locale === locale || answer.locale?.startsWith(`${locale}-`)
        ? (layer.phrases ?? []).map((phrase) => phrase.id)
        : [],
    ),
  );
  const more = useDisclosure();
  const proposed = answer.suggestions.filter((suggestion) => !suggestion.onDemand);
  const others = answer.suggestions.filter((suggestion) => suggestion.onDemand);
  return (
    <section aria-labelledby="try-suggestions">
      <h3 id="try-suggestions">{t('suggestions.title')}</h3>
      {proposed.length === 0 && <p className="quiet">{t('suggestions.none')}</p>}
      <SuggestionRows suggestions={proposed} own={own} />
      {others.length > 0 && (
        <>
          <button {...more.button} className="link">
            <Icon name="chevron" /> {t('suggestions.more')} ({others.length})
          </button>
          <div {...more.content}>
            <SuggestionRows suggestions={others} own={own} />
          </div>
        </>
      )}
    </section>
  );
}

function SuggestionRows({ suggestions, own }: { suggestions: readonly Suggestion[]; own: ReadonlySet<string> }) {
  const t = useStrings();
  return (
    <ul className="rows">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="row suggestion">
          <p lang={suggestion.locale} dir={suggestion.dir} className="suggested">
            <Paragraphs text={suggestion.text} blanks={suggestion.blanks} />
          </p>
          {suggestion.gloss && (
            <p lang={suggestion.gloss.locale} dir={suggestion.gloss.dir} className="quiet gloss">
              {suggestion.gloss.text}
            </p>
          )}
          <p className="quiet">
            <code dir="ltr">{suggestion.id}</code> {nameOf(t, 'move', suggestion.move)}{' '}
            {suggestion.reason.because.length > 0 && (
              <span>· {suggestion.reason.because.map(({ kind, id }) => nameOf(t, kind, id)).join(', ')}</span>
            )}{' '}
            {suggestion.onDemand && <span className="badge">{t('options.onDemand')}</span>}{' '}
            {own.has(suggestion.id) && (
              <span className="badge" data-layer="own">
                {t('options.layer.own')}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
