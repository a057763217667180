/**
 * Formal or informal, from the customer's own words: the signs that the language's word list has as `r-formal`,
 * `r-informal`, `r-plural` and `r-casual` (`locales/words/README.md`).
 */
import type { Matcher } from '../affect/matcher.ts';
import type { Evidence, Judged, Register } from '../reading.ts';
import { ownWords } from '../text/clean.ts';
import type { Message } from '../thread.ts';

/**
 * What a line of the word list says. `plural`: polite to one person, plain to several (vous, вы, ste). `casual`: slang
 * and swearing, which tell of the tone but address nobody.
 */
const signs = { 'r-formal': 'formal', 'r-informal': 'informal', 'r-plural': 'plural', 'r-casual': 'casual' } as const;
type Sign = (typeof signs)[keyof typeof signs];
type Counts = Record<Sign, number>;

const evidenceShown = 4;
/** Tone alone is no invitation: below what a reply in the informal register asks for, so that the locale's habit holds. */
const toneConfidence = 0.5;

/**
 * The register of the customer's side of a thread, held for the thread. One informal message among formal ones is no
 * invitation, above all not an angry one (culture: direction matters), so the formal side wins ties, and informal needs
 * to be the clear majority of what was said. Where the tone alone is casual, the reading is informal and unsure.
 */
export function readRegister(customerMessages: readonly Message[], match: Matcher): Judged<Register | 'unmarked'> {
  const counts: Counts = { formal: 0, informal: 0, plural: 0, casual: 0 };
  const evidence: Evidence[] = [];
  for (const message of customerMessages) {
    const own = ownWords(message.text);
    const plural = pluralIn(own);
    for (const found of match(withoutQuoted(own))) {
      for (const concept of found.concepts) {
        const known: Sign | undefined = signs[concept as keyof typeof signs];
        const sign = known === 'plural' ? plural : known;
        if (!sign) continue;
        counts[sign]++;
        evidence.push({
          message: message.id,
          start: found.start,
          end: found.end,
          words: message.text.slice(found.start, found.end),
          means: sign === 'formal' || sign === 'plural' ? 'formal' : 'informal',
        });
      }
    }
  }
  const { value, confidence } = weigh(counts);
  return {
    value,
    confidence,
    source: 'text',
    evidence: evidence.filter((e) => e.means === value).slice(-evidenceShown),
  };
}

function weigh({
  formal,
  informal,
  plural,
  casual,
}: Counts): Pick<Judged<Register | 'unmarked'>, 'value' | 'confidence'> {
  if (formal + informal + plural + casual === 0) return { value: 'unmarked', confidence: 0 };
  if (formal + informal === 0 && casual > plural) return { value: 'informal', confidence: toneConfidence };
  const polite = formal + plural;
  const [value, count] = informal > polite ? (['informal', informal] as const) : (['formal', polite] as const);
  // One sign is little; the share tells how mixed they are. Laplace's rule of succession keeps both in one number.
  return { value, confidence: Math.round(((count + 1) / (polite + informal + 2)) * 100) / 100 };
}

/** Signs such as ™ and ©, which are pictographs to Unicode, are not meant. */
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u;
const firstLetter = /\p{L}/u;

/**
 * What the plural tells. A company is many, so in a chat's quick line, which opens without the capital that its script
 * has, it tells nothing of the distance meant; an emoji beside it, that there is little.
 */
function pluralIn(own: string): 'plural' | 'casual' | undefined {
  if (emoji.test(own)) return 'casual';
  const letter = firstLetter.exec(own)?.[0] ?? '';
  return letter === letter.toUpperCase() ? 'plural' : undefined;
}

/** What stands in quotation marks on one line: most often the company's words. */
const quoted = /["“”„«»「『][^"“”„«»「」『』\n]{1,200}["“”„«»」』]/gu;

/** The text without what stands in quotation marks; the same length. */
const withoutQuoted = (text: string): string => text.replace(quoted, (part) => ' '.repeat(part.length));
