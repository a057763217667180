/** Finds, for each length of text, the number that the scores must be divided by to mean probabilities. */
import { fold, words } from '../../lib/language/features.ts';
import { type LanguageModel, lengthSteps } from '../../lib/language/model.ts';
import { scriptOf } from '../../lib/language/scripts.ts';
import type { FittedGroup } from './pack.ts';

/** Writes `temperatures` of the groups; `labelled` is `lang<TAB>text` lines that the model has not learnt from. */
export function calibrate(model: LanguageModel, labelled: string, groups: readonly FittedGroup[]): void {
  for (const fitted of groups) {
    const { script } = fitted.group;
    const group = model.group(script);
    if (!group) continue;
    const lines: { scores: number[]; gold: number[]; step: number }[] = [];
    for (const line of labelled.split('\n')) {
      const [language = '', text = ''] = line.split('\t');
      const own = words(fold(text)).filter((word) => scriptOf(word.codePointAt(0) ?? 0) === script);
      const gold = group.classes.flatMap((kind, i) =>
        !kind.transliterated && answered(kind.language) === answered(language) ? [i] : [],
      );
      const letters = own.join('').length;
      if (gold.length === 0 || letters < 2) continue;
      lines.push({ scores: [...group.scores(own)], gold, step: lengthSteps.findIndex((most) => letters <= most) });
    }
    fitted.temperatures = lengthSteps.map((_, step) => {
      const these = lines.filter((line) => line.step === step);
      let best = 1;
      let least = Number.POSITIVE_INFINITY;
      for (let temperature = 0.2; temperature <= 3; temperature += 0.05) {
        let loss = 0;
        for (const { scores, gold } of these) {
          const most = Math.max(...scores);
          const all = scores.reduce((sum, score) => sum + Math.exp((score - most) / temperature), 0);
          const right = gold.reduce((sum, i) => sum + Math.exp(((scores[i] as number) - most) / temperature), 0);
          loss -= Math.log(right / all + 1e-9);
        }
        if (loss < least) [least, best] = [loss, temperature];
      }
      return Math.round(best * 100) / 100;
    });
    console.log(`${script} temperatures ${fitted.temperatures.join(' ')}`);
  }
}

const answered = (language: string): string => (language === 'nn' ? 'nb' : language);
