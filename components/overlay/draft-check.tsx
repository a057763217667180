import { useId } from 'react';
import type { Finding } from '../../lib/draft/types.ts';
import { useStrings } from '../shared/strings.tsx';
import { usePanel } from './context.tsx';

const none: Finding[] = [];

/** The list “Draft check”: below everything else, so that it never moves a suggestion from under the pointer. */
export function DraftCheck() {
  const t = useStrings();
  const findings = usePanel((state) => state.analysis?.findings ?? none);
  const locale = usePanel((state) => state.analysis?.locale ?? undefined);
  const title = useId();
  if (findings.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing else that the keyboard could reach
    <section className="draft" aria-labelledby={title} tabIndex={0}>
      <h2 id={title}>{t('draft.title')}</h2>
      <ul aria-labelledby={title}>
        {findings.map(({ start, end, words, why, instead }) => (
          <li key={`${start}-${end}-${why}`}>
            <q lang={locale} dir="auto">
              {words}
            </q>
            <p dir="auto">{why}</p>
            <p>
              <span className="label">{t('draft.instead')}</span>{' '}
              <bdi className="instead" lang={locale}>
                {instead}
              </bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
