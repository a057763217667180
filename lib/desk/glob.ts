/**
 * What the first asterisk of a glob stands for in the text, as little as can be (`''` where it has none), or null if the
 * text does not match as a whole. `*` stands for any run without a slash, `**` for any run. Takes time in proportion to
 * both lengths at most: texts come from pages, patterns from files of others.
 */
export function globCapture(pattern: string, text: string): string | null {
  if (text.length > 4_000) return null;
  const tokens = pattern.match(/\*+|[^*]+/g) ?? [];
  const size = text.length + 1;
  // fits[token * size + at]: the tokens from this one on match the text from there on.
  const fits = new Uint8Array((tokens.length + 1) * size);
  fits[tokens.length * size + text.length] = 1;
  for (let t = tokens.length - 1; t >= 0; t--) {
    const token = tokens[t] as string;
    const here = t * size;
    for (let at = text.length; at >= 0; at--) {
      const rest = here + size + at;
      if (!token.startsWith('*')) fits[here + at] = text.startsWith(token, at) ? (fits[rest + token.length] ?? 0) : 0;
      else if (fits[rest]) fits[here + at] = 1;
      else if (at < text.length && (token.length > 1 || text[at] !== '/')) fits[here + at] = fits[here + at + 1] ?? 0;
    }
  }
  if (!fits[0]) return null;
  const star = tokens.findIndex((token) => token.startsWith('*'));
  if (star < 0) return '';
  const start = star === 0 ? 0 : (tokens[0]?.length ?? 0);
  let end = start;
  while (!fits[(star + 1) * size + end]) end++;
  return text.slice(start, end);
}

export function globMatches(pattern: string, text: string): boolean {
  return globCapture(pattern, text) !== null;
}
