/** Invented readings and suggestions for the component tests. */
import type { Judged, Reading } from '../../../lib/reading.ts';
import type { Analysis, Suggestion } from '../../../lib/suggest/types.ts';

export function judged<T>(value: T, more: Partial<Judged<T>> = {}): Judged<T> {
  return { value, confidence: 0.95, source: 'text', evidence: [], ...more };
}

export function evidence(words: string, means: string) {
  return { message: 'm1', start: 0, end: words.length, words, means };
}

export function reading(more: Partial<Reading> = {}): Reading {
  return {
    language: { ...judged('de'), others: [] },
    register: judged('formal', { confidence: 0.7, evidence: [evidence('Ihnen', 'formal')] }),
    emotion: {
      ...judged('frustration', {
        evidence: [evidence('zum dritten Mal', 'f-repeat'), evidence('immer noch nicht', 'f-again')],
      }),
      intensity: 2,
    },
    sentiment: 'negative',
    trend: 'rising',
    signals: [judged('repeat-contact', { evidence: [evidence('zum dritten Mal', 'f-repeat')] }), judged('churn')],
    topics: ['delivery'],
    concepts: ['f-repeat', 'f-again', 'f-late'],
    ...more,
  };
}

export function suggestion(
  id: string,
  move: Suggestion['move'],
  text: string,
  more: Partial<Suggestion> = {},
): Suggestion {
  return {
    id,
    move,
    locale: 'de',
    dir: 'ltr',
    text,
    reason: {
      note: `Note of ${id}`,
      because: [
        { kind: 'concept', id: 'f-late' },
        { kind: 'signal', id: 'repeat-contact' },
      ],
    },
    onDemand: false,
    blanks: false,
    ...more,
  };
}

export function analysis(more: Partial<Analysis> = {}): Analysis {
  return {
    locale: 'de',
    packName: 'Deutsch',
    reading: reading(),
    suggestions: [
      suggestion('promise.date', 'promise', 'Ich melde mich bis Freitag.'),
      suggestion('greet.first', 'greet', 'Guten Tag Frau Hren,', {
        gloss: { text: 'Hello Ms Hren,', locale: 'en', dir: 'ltr' },
      }),
      suggestion('ack.late', 'acknowledge', 'Ihre Sendung ist verspätet.'),
      suggestion('close.formal', 'close', 'Mit freundlichen Grüßen', { onDemand: true }),
      suggestion('comfort.loss', 'comfort', 'Unser Beileid.', { onDemand: true }),
    ],
    findings: [],
    notices: [],
    ...more,
  };
}
