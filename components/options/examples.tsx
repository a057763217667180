/** A phrase's examples, run through the code that answers tickets whenever they or the wording change. */
import { useEffect, useState } from 'react';
import type { Library } from '../../lib/library.ts';
import { languageOf } from '../../lib/locale.ts';
import { checkExamples } from '../../lib/pack/gate.ts';
import type { Phrase } from '../../lib/pack/resolve.ts';
import type { Example } from '../../lib/pack/schema.ts';
import { Icon } from '../shared/icons.tsx';
import { useStrings } from '../shared/strings.tsx';
import { usePage, useView } from './context.tsx';
import { ProblemLine, Select, TextArea } from './fields.tsx';
import type { PackView } from './pack-view.ts';

type Result = 'passes' | { problem: string; remedy: string };

/** One result an example, in their order. Not the whole pack: only this phrase can be wrong about its examples. */
export async function runExamples(phrase: Phrase, view: PackView, library: Library): Promise<Result[]> {
  const words = await library.words(languageOf(view.locale) ?? view.locale);
  return phrase.examples.map((example) => {
    if (!example.customer.trim())
      return { problem: 'the customer text is empty', remedy: 'write one or remove the example' };
    return checkExamples({ ...view.shown, phrases: [{ ...phrase, examples: [example] }] }, words)[0] ?? 'passes';
  });
}

export function Examples({ phrase, onChange }: { phrase: Phrase; onChange: (examples: Example[]) => void }) {
  const t = useStrings();
  const view = useView();
  const { library } = usePage();
  const [results, setResults] = useState<Result[]>([]);
  const { examples } = phrase;

  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      runExamples(phrase, view, library).then((next) => {
        if (!stale) setResults(next);
      });
    }, 250);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [phrase, view, library]);

  const set = (index: number, change: Partial<Example>) =>
    onChange(examples.map((example, at) => (at === index ? { ...example, ...change } : example)));

  return (
    <fieldset className="examples">
      <legend>{t('options.examples')}</legend>
      <p className="help">{t('options.examplesHelp')}</p>
      <ol>
        {examples.map((example, index) => {
          const result = results[index];
          const number = String(index + 1);
          return (
            <li key={index}>
              <TextArea
                label={t('options.exampleCustomer', number)}
                id={`${phrase.id}/example ${number}`}
                value={example.customer}
                onChange={(customer) => set(index, { customer })}
                lang={view.locale}
                dir="auto"
                maxLength={4_000}
              />
              {example.agentBefore !== undefined && (
                <TextArea
                  label={t('options.agentBefore')}
                  value={example.agentBefore}
                  onChange={(agentBefore) => set(index, { agentBefore: agentBefore || undefined })}
                  lang={view.locale}
                  dir="auto"
                  maxLength={4_000}
                />
              )}
              <div className="example-line">
                <Select
                  label={t('options.exampleExpects', number)}
                  value={example.offered ? 'yes' : 'no'}
                  options={[
                    { value: 'yes', label: t('options.mustBeOffered') },
                    { value: 'no', label: t('options.mustBeSilent') },
                  ]}
                  onChange={(value) => set(index, { offered: value === 'yes' })}
                />
                {result === 'passes' && (
                  <span className="passes">
                    <Icon name="check" /> {t('options.passes')}
                  </span>
                )}
                <button
                  type="button"
                  className="plain"
                  aria-label={t('options.removeNamed', t('options.exampleCustomer', number))}
                  onClick={() => onChange(examples.filter((_, at) => at !== index))}
                >
                  {t('options.remove')}
                </button>
              </div>
              {result && result !== 'passes' && <ProblemLine problem={result.problem} remedy={result.remedy} />}
            </li>
          );
        })}
      </ol>
      {examples.length < 20 && (
        <button
          type="button"
          className="plain"
          onClick={() => onChange([...examples, { customer: '', offered: true }])}
        >
          {t('options.addExample')}
        </button>
      )}
    </fieldset>
  );
}
