/**
 * Word lists: `concept<TAB>form | form | …`, one file a language (`locales/words/<lang>.tsv`, described there). Forms are
 * words in order; `stem*` matches any ending; a lone `*` between words stands for up to two words.
 */

export type WordList = ReadonlyMap<string, readonly string[]>;

export interface WordListProblem {
  line: number;
  problem: string;
  remedy: string;
}

/** Reads a word list; lines it cannot read are left out and named. Never throws. */
export function parseWordList(text: string): { words: Map<string, string[]>; problems: WordListProblem[] } {
  const words = new Map<string, string[]>();
  const problems: WordListProblem[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.trimEnd();
    if (!line) return;
    const tab = line.indexOf('\t');
    if (tab < 1) {
      problems.push({
        line: index + 1,
        problem: 'no tab after the concept',
        remedy: 'write the concept, a tab, then its forms with “ | ” between them',
      });
      return;
    }
    const concept = line.slice(0, tab).trim();
    const forms = line
      .slice(tab + 1)
      .split('|')
      .map((form) => form.trim())
      .filter(Boolean);
    const known = words.get(concept);
    if (known) known.push(...forms);
    else words.set(concept, forms);
  });
  return { words, problems };
}

/** A lead's changes to a language's list, by concept: taught words first, then those taken out. */
export type WordEdits = Record<string, { add?: string[]; remove?: string[] }>;

/** The list with the edits of all layers applied, in their order. The input is left as it was. */
export function editWordList(words: WordList, edits: readonly WordEdits[]): Map<string, string[]> {
  const edited = new Map([...words].map(([concept, forms]) => [concept, [...forms]]));
  for (const layer of edits) {
    for (const [concept, { add = [], remove = [] }] of Object.entries(layer)) {
      const forms = new Set([...(edited.get(concept) ?? []), ...add]);
      for (const form of remove) forms.delete(form);
      edited.set(concept, [...forms]);
    }
  }
  return edited;
}
