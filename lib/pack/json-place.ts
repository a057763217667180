/**
 * Where a text stops being JSON. Engines word their errors differently and some name no place at all, and “line 3,
 * column 7” is all that a lead has to go by.
 */

const space = /[ \t\r\n]*/y;
// The ranges are all characters but controls, quote and backslash.
const scalar =
  /"[ -!#-[\]-\u{10FFFF}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ -!#-[\]-\u{10FFFF}]*)*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9.])|true|false|null/uy;

/** The offset of the first character that cannot stand where it does; the text's length where its end is missing. */
export function jsonErrorAt(text: string): number {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    if (text[at] !== character) return false;
    at++;
    skip(space);
    return true;
  };
  const takeKey = (): boolean => text[at] === '"' && skip(scalar) && skip(space) && take(':');

  // What each open bracket waits for to be closed, innermost last.
  const open: ('}' | ']')[] = [];
  skip(space);
  for (;;) {
    if (take('{')) {
      if (!take('}')) {
        open.push('}');
        if (!takeKey()) return at;
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (!skip(scalar)) return at;
    skip(space);
    // A value is complete: close what ends here, or go on behind a comma.
    for (let close = open.at(-1); close !== undefined && take(close); close = open.at(-1)) open.pop();
    const within = open.at(-1);
    if (within === undefined || !take(',') || (within === '}' && !takeKey())) return at;
  }
}
