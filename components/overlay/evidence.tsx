import { type Evidence as EvidenceItem, registers } from '../../lib/reading.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';

/** Enough to be convinced by; a rant can hold a hundred. */
const shown = 8;
const longest = 120;

/** The customer's own words behind a reading, quoted. They are foreign matter: always text, always isolated. */
export function Evidence({ items, language }: { items: EvidenceItem[]; language: string | undefined }) {
  const t = useStrings();
  const names: readonly string[] = registers;
  const seen = new Map(items.map((item) => [`${item.means}\n${item.words.toLowerCase()}`, item]));
  return (
    <ul aria-label={t('reading.words')}>
      {[...seen].slice(0, shown).map(([key, { words, means }]) => (
        <li key={key}>
          <q lang={language} dir="auto">
            {words.length > longest ? `${words.slice(0, longest)}…` : words}
          </q>{' '}
          {/* A sign that is no word (“?!”, an emoji) speaks for itself. */}
          {means && !means.startsWith('x-') && (
            <span className="means">
              {t('reading.stands', nameOf(t, names.includes(means) ? 'register' : 'concept', means))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
