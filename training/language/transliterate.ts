/** Other scripts in Latin letters, as people without the right keyboard type them; and Serbian both ways. */

const serbian: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'đ',
  е: 'e',
  ж: 'ž',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'ć',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'č',
  џ: 'dž',
  ш: 'š',
};
const toCyrillic = new Map(Object.entries(serbian).map(([c, l]) => [l, c]));

export function serbianLatin(word: string): string {
  return [...word].map((c) => serbian[c] ?? c).join('');
}

export function serbianCyrillic(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; ) {
    const two = toCyrillic.get(word.slice(i, i + 2));
    out += two ?? toCyrillic.get(word[i] as string) ?? word[i];
    i += two ? 2 : 1;
  }
  return out;
}

type Table = Record<string, string | string[]>;

const russian: Table = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: ['e', 'yo', 'jo'],
  ж: ['zh', 'j'],
  з: 'z',
  и: 'i',
  й: ['y', 'j', 'i'],
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: ['h', 'kh', 'x'],
  ц: ['c', 'ts'],
  ч: 'ch',
  ш: 'sh',
  щ: ['sch', 'sh', 'shch'],
  ъ: '',
  ы: ['y', 'i'],
  ь: ['', "'"],
  э: 'e',
  ю: ['yu', 'u', 'ju'],
  я: ['ya', 'ja', 'ia'],
};
const greek: Table = {
  α: 'a',
  β: ['v', 'b'],
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: ['i', 'h'],
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: ['ks', 'x'],
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: ['y', 'u', 'i'],
  φ: ['f', 'ph'],
  χ: ['x', 'h', 'ch'],
  ψ: 'ps',
  ω: ['o', 'w'],
};
const arabic: Table = {
  ا: ['a', 'e'],
  أ: 'a',
  إ: ['i', 'e'],
  آ: 'aa',
  ب: 'b',
  ت: 't',
  ث: ['th', 's'],
  ج: ['g', 'j'],
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: ['z', 'th'],
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: ['sh', 'ch'],
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: ['a', ''],
  غ: 'gh',
  ف: 'f',
  ق: ['q', 'k'],
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: ['w', 'o', 'ou'],
  ي: ['y', 'i', 'ee'],
  ى: 'a',
  ة: ['a', 'eh'],
  ء: '',
  ئ: 'e',
  ؤ: 'o',
};
const hindiConsonants: Table = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n',
  च: 'ch',
  छ: ['ch', 'chh'],
  ज: 'j',
  झ: 'jh',
  ञ: 'n',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: ['ph', 'f'],
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  व: ['v', 'w'],
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
};
const hindiVowels: Table = {
  अ: 'a',
  आ: ['aa', 'a'],
  इ: 'i',
  ई: ['ee', 'i'],
  उ: 'u',
  ऊ: ['oo', 'u'],
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au',
  'ा': ['a', 'aa'],
  'ि': 'i',
  'ी': ['i', 'ee'],
  'ु': 'u',
  'ू': ['u', 'oo'],
  'े': 'e',
  'ै': ['ai', 'e'],
  'ो': 'o',
  'ौ': 'au',
  'ृ': 'ri',
};

/** Digits that look like the Arabic letter: a habit of younger writers, who keep to it. */
const digitHabit: Table = {
  أ: ['a', '2'],
  ئ: '2',
  ء: '2',
  ح: '7',
  خ: ['kh', '5'],
  ع: '3',
  غ: ['gh', '8'],
  ق: ['2', '9', 'q'],
  ص: ['s', '9'],
};

type Random = () => number;

const pick = (choices: string | string[], random: Random): string =>
  typeof choices === 'string' ? choices : (choices[Math.floor(random() * choices.length)] as string);

/** A word in Latin letters, in one of the habits that people have. */
export function latinised(language: string, word: string, random: Random): string {
  if (language === 'hi') return hindi(word, random);
  const table = language === 'ru' ? russian : language === 'el' ? greek : arabic;
  let out = '';
  let before = false;
  const habit = language === 'ar' && random() < 0.5 ? digitHabit : {};
  for (const c of word
    .normalize('NFD')
    .replace(language === 'ru' ? /$^/ : /[\u0300-\u036f]/g, '')
    .normalize('NFC')) {
    const letter = pick(habit[c] ?? table[c] ?? c, random);
    const consonant = /^[^aeiouwy]/.test(letter);
    // Arabic writes no short vowels; those who type it in Latin letters do.
    if (language === 'ar' && before && consonant && random() < 0.6)
      out += random() < 0.6 ? 'a' : random() < 0.5 ? 'e' : 'i';
    out += letter;
    before = consonant;
  }
  return language === 'el' ? out.replace(/oy|ou/g, 'ou').replace(/mp/g, random() < 0.5 ? 'b' : 'mp') : out;
}

function hindi(word: string, random: Random): string {
  const letters = [...word.normalize('NFD')];
  let out = '';
  letters.forEach((c, i) => {
    if (hindiConsonants[c] !== undefined) {
      out += pick(hindiConsonants[c], random);
      const next = letters[i + 1] === '़' ? letters[i + 2] : letters[i + 1];
      const last = next === undefined;
      if (!last && next !== '्' && hindiVowels[next] === undefined) out += 'a';
    } else if (hindiVowels[c] !== undefined) out += pick(hindiVowels[c], random);
    else if (c === 'ं' || c === 'ँ') out += 'n';
  });
  return out;
}
