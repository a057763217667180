/** Texts that break careless code: any UTF-16 units, lone surrogates among them, and characters that change length. */
import fc from 'fast-check';

const awkward = [
  'İ',
  'ß',
  'ﬁ',
  'ŉ',
  'K',
  'é',
  'e\u0301',
  '👩‍👩‍👧',
  '❤',
  '❤️',
  '\uD83D',
  '\uDE00',
  '\u200F',
  '\u202E',
  '\u0000',
  '\uFEFF',
  'عبد',
  'ـ',
  'ً',
  '満足',
  'か\u3099',
  'ำ',
  '\n',
  '\r\n',
  ' ',
  '> ',
  '-- ',
  '1',
  '@',
  '.',
  '!',
  '؟',
  'don’t',
];

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ maxLength: 6 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 }).map((units) => String.fromCharCode(...units)),
);

/** Long input of one kind: what a hostile customer may send. Each is far above the limit of a thread's message. */
export const hostileTexts: readonly [name: string, text: string][] = [
  ['a megabyte of one letter', 'a'.repeat(1_000_000)],
  ['a megabyte of combining marks', '\u0301'.repeat(1_000_000)],
  ['a.a.a.', 'a.'.repeat(100_000)],
  ['@@@', '@'.repeat(200_000)],
  ['a@a@', 'a@'.repeat(100_000)],
  ['a@a.a.a.', `a@${'a.'.repeat(100_000)}`],
  ['https://https://', 'https://'.repeat(30_000)],
  ['digits', '1'.repeat(200_000)],
  ['one digit in letters', `${'a'.repeat(100_000)}1${'a'.repeat(100_000)}`],
  ['colons', ':'.repeat(200_000)],
  ['spaces', ' '.repeat(200_000)],
  ['a colon behind many spaces', `1${' '.repeat(200_000)}:`],
  ['line breaks', '\n'.repeat(100_000)],
  ['quote marks', '>'.repeat(200_000)],
  ['quoted lines', '> a\n'.repeat(50_000)],
  ['brackets', '['.repeat(200_000)],
  ['apostrophes in words', "a'".repeat(100_000)],
  ['mixed bidi', 'abc\u202Eدهم\u2066אבג\u2069 '.repeat(15_000)],
  ['lone surrogates', '\uD83D'.repeat(200_000)],
  ['emoji', '👩‍👩‍👧'.repeat(25_000)],
  ['kana', 'あ'.repeat(200_000)],
  ['words', 'not happy at all '.repeat(12_000)],
];
