/** What a thread is about, from the concepts in the customer's messages. */
import type { Matcher } from './affect/matcher.ts';
import type { Topic } from './reading.ts';
import { ownWords } from './text/clean.ts';

/** What each concept says about the topic. One table, so that a wrong topic can be traced to a line. */
const topicsOfConcept: Readonly<Record<string, readonly Topic[]>> = {
  'f-late': ['delivery'],
  'f-not-arrived': ['delivery'],
  'f-missing': ['delivery'],
  'f-broken': ['return'],
  'f-wrong': [],
  'f-not-working': ['technical'],
  'd-cannot': ['technical'],
  'f-charged': ['billing'],
  'f-refund': ['billing', 'return'],
  'f-cancel': ['cancellation'],
  'f-leave': ['cancellation'],
  'f-stolen': ['account'],
  // Data, money, a parcel: it says nothing about the topic by itself.
  'f-lost': [],
  'e-excellent': ['praise'],
  'e-kind': ['praise'],
  'w-gratitude': ['praise'],
  'w-joy': ['praise'],
  'd-difference': ['information'],
};
/** Praise and information are what is left when nothing is the matter. */
const weak: ReadonlySet<Topic> = new Set(['praise', 'information']);

/** Topics by how often their concepts occur, most first; weak ones only where no other is named. */
export function readTopics(texts: readonly string[], match: Matcher): Topic[] {
  const counts = new Map<Topic, number>();
  for (const text of texts) {
    for (const found of match(ownWords(text))) {
      for (const concept of found.concepts) {
        for (const topic of topicsOfConcept[concept] ?? []) counts.set(topic, (counts.get(topic) ?? 0) + 1);
      }
    }
  }
  // The sort is stable: of equals the one named first.
  const named = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const strong = named.filter((topic) => !weak.has(topic));
  return strong.length > 0 ? strong : named;
}
