/** A text as customers could get it: every branch of its selects filled in with samples. For checks, not for replies. */
import { type ArgumentName, type ArgumentValues, phraseArguments } from './arguments.ts';
import { compileText, isProblem, type TextProblem, tidy } from './icu.ts';

export interface Rendering {
  values: ArgumentValues;
  text: string;
}

/** All renderings, without repeats of the same values; or why there are none. Throws what a broken date skeleton throws. */
export function renderAll(text: string, locale: string): Rendering[] | TextProblem {
  const compiled = compileText(text, locale);
  if (isProblem(compiled)) return compiled;
  return sampleValues(compiled.arguments).map((values) => ({ values, text: tidy(compiled.format(values, 'UTC')) }));
}

/** Every value of every select argument, with the first sample of the others. */
function sampleValues(names: readonly ArgumentName[]): ArgumentValues[] {
  let all: ArgumentValues[] = [{}];
  for (const name of names) {
    const { kind, samples } = phraseArguments[name];
    const used = kind === 'select' ? samples : samples.slice(0, 1);
    all = all.flatMap((values) => used.map((sample) => ({ ...values, [name]: sample })));
  }
  return all;
}
