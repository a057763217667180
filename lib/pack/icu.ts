/** Phrase texts: ICU MessageFormat compiled once and filled in with arguments. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { type ArgumentName, type ArgumentValues, phraseArguments } from './arguments.ts';

export interface CompiledText {
  /** Arguments that the text uses. */
  arguments: readonly ArgumentName[];
  /** The fixed parts of the text, in order: what is the same whatever is filled in. */
  literals: readonly string[];
  format(values: ArgumentValues, timeZone: string): string;
}

export interface TextProblem {
  problem: string;
  remedy: string;
}

const cache = new Map<string, CompiledText | TextProblem>();
/** Texts come from packs that change rarely; the bound only keeps a long editing session from growing for ever. */
const cacheSize = 4_000;

/**
 * Compiles a text for a locale, or says what is wrong with it and how to mend it. Never throws; answers are kept.
 */
export function compileText(text: string, locale: string): CompiledText | TextProblem {
  const key = `${locale}\n${text}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= cacheSize) cache.clear();
  const compiled = compile(text, locale);
  cache.set(key, compiled);
  return compiled;
}

export function isProblem(compiled: CompiledText | TextProblem): compiled is TextProblem {
  return 'problem' in compiled;
}

function compile(text: string, locale: string): CompiledText | TextProblem {
  let elements: MessageFormatElement[];
  try {
    elements = parse(text, { captureLocation: false, ignoreTag: true });
  } catch (error) {
    return {
      problem: `the text is not valid ICU MessageFormat (${explain(error)})`,
      remedy: "close every { with a }, give every select an “other {…}”, and write a literal brace as '{'",
    };
  }
  const used = new Set<string>();
  const literals: string[] = [];
  const problem = inspect(elements, used, literals);
  if (problem) return problem;
  try {
    const message = new IntlMessageFormat(elements, locale);
    return {
      arguments: [...used] as ArgumentName[],
      literals,
      format: (values, timeZone) => inZone(elements, locale, message, timeZone).format(values) as string,
    };
  } catch (error) {
    return {
      problem: `the text cannot be used in ${locale} (${explain(error)})`,
      remedy: 'check the date skeletons, for example {deadline, date, ::EEEEdMMMM}',
    };
  }
}

const zoned = new WeakMap<IntlMessageFormat, Map<string, IntlMessageFormat>>();

/** intl-messageformat has no time zone of its own: each zone gets a message whose date formatter knows it. */
function inZone(
  elements: MessageFormatElement[],
  locale: string,
  message: IntlMessageFormat,
  timeZone: string,
): IntlMessageFormat {
  let byZone = zoned.get(message);
  if (!byZone) {
    byZone = new Map();
    zoned.set(message, byZone);
  }
  let inThisZone = byZone.get(timeZone);
  if (!inThisZone) {
    inThisZone = new IntlMessageFormat(elements, locale, undefined, {
      formatters: {
        getNumberFormat: (...args) => new Intl.NumberFormat(...args),
        getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, { ...options, timeZone }),
        getPluralRules: (...args) => new Intl.PluralRules(...args),
      },
    });
    byZone.set(timeZone, inThisZone);
  }
  return inThisZone;
}

function inspect(
  elements: readonly MessageFormatElement[],
  used: Set<string>,
  literals: string[],
): TextProblem | undefined {
  for (const element of elements) {
    if (element.type === TYPE.literal) {
      literals.push(element.value);
      continue;
    }
    if (element.type === TYPE.pound || element.type === TYPE.tag) continue;
    // Own keys only: {constructor} is no argument.
    const spec = Object.hasOwn(phraseArguments, element.value)
      ? phraseArguments[element.value as ArgumentName]
      : undefined;
    if (!spec) {
      return {
        problem: `{${element.value}} is not an argument of phrases`,
        remedy: `use one of ${Object.keys(phraseArguments).join(', ')}; what the agent fills in stands in [square brackets]`,
      };
    }
    const isDate = element.type === TYPE.date || element.type === TYPE.time;
    if (isDate !== (spec.kind === 'date')) {
      return isDate
        ? { problem: `{${element.value}} is no date`, remedy: 'only {deadline} is formatted as a date or time' }
        : {
            problem: `{${element.value}} is a date and needs a format`,
            remedy: `write {${element.value}, date, ::EEEEdMMMM} or {${element.value}, time, ::Hmm}`,
          };
    }
    if (element.type === TYPE.number || element.type === TYPE.plural)
      return {
        problem: `{${element.value}} is no number`,
        remedy: `write {${element.value}} alone; no argument of phrases is a number`,
      };
    used.add(element.value);
    if (element.type === TYPE.select) {
      if (spec.kind === 'select') {
        const known = spec.samples as readonly string[];
        const stray = Object.keys(element.options).find((key) => key !== 'other' && !known.includes(key));
        if (stray)
          return {
            problem: `“${stray}” is no value of {${element.value}}`,
            remedy: `use ${known.join(', ')} and other`,
          };
      }
      for (const option of Object.values(element.options)) {
        const inner = inspect(option.value, used, []);
        if (inner) return inner;
      }
    } else if (spec.kind === 'select') {
      return {
        problem: `{${element.value}} would show a bare keyword to the customer`,
        remedy: `write {${element.value}, select, female {…} male {…} other {…}}`,
      };
    }
  }
  return undefined;
}

/** ICU's error codes are for programmers; their names are near enough to words. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.toLowerCase().replaceAll('_', ' ').slice(0, 120) ?? 'unknown error';
}

/** An empty argument leaves no blank line and no space behind. */
export const tidy = (text: string): string => text.replace(/[ \t]+$/gmu, '').trim();
