import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressCustomer } from '../../../lib/address/address.ts';
import { parseName, recase } from '../../../lib/address/name.ts';
import { signedName } from '../../../lib/address/signed-name.ts';
import type { Gender, Register } from '../../../lib/reading.ts';
import type { Channel } from '../../../lib/thread.ts';
import { loadPacks, resolveShipped } from '../../../scripts/lib/shipped.ts';
import { anyText } from '../text/arbitrary.ts';

const shipped = loadPacks();
const packs = new Map([...shipped.keys()].map((locale) => [locale, resolveShipped(locale, shipped)]));

function address(
  locale: string,
  displayName: string | undefined,
  register: Register = 'formal',
  more: { channel?: Channel; gender?: Gender; signedName?: string } = {},
) {
  const pack = packs.get(locale);
  if (!pack) throw new Error(`no pack ${locale}`);
  return addressCustomer(pack, {
    register,
    channel: 'email',
    ...(displayName === undefined ? {} : { displayName }),
    ...more,
  });
}
const salutation = (...args: Parameters<typeof address>) => address(...args).salutation;

/** Salutations of e-mails to a customer of unknown gender: formal, and informal where it differs in kind. */
const noName: Record<string, [string, string]> = {
  de: ['Guten Tag,', 'Hallo,'],
  'de-AT': ['Guten Tag,', 'Hallo,'],
  nl: ['Goedendag,', 'Hallo,'],
  sv: ['Hej,', 'Hej,'],
  sl: ['Pozdravljeni,', 'Zdravo,'],
  ja: ['お客様', 'お客様'],
  ar: ['تحية طيبة وبعد،', 'تحية طيبة،'],
  'pt-BR': ['Olá,', 'Olá,'],
  en: ['Hello,', 'Hello,'],
};
const whole: Record<string, (formal: string, informal: string) => [string, string]> = {
  de: (f, i) => [`Guten Tag ${f},`, `Hallo ${i},`],
  'de-AT': (f, i) => [`Guten Tag ${f},`, `Hallo ${i},`],
  nl: (f, i) => [`Beste ${f},`, `Beste ${i},`],
  sv: (_, i) => [`Hej ${i},`, `Hej ${i},`],
  sl: (_, i) => ['Pozdravljeni,', `Zdravo, ${i},`],
  ja: (f) => [
    `${f.replace(/^(?:Dr|Prof|Mag)\. (?:Dr\. )?/u, '')}様`,
    `${f.replace(/^(?:Dr|Prof|Mag)\. (?:Dr\. )?/u, '')}様`,
  ],
  ar: (f) => [`تحية طيبة، ${f}،`, `تحية طيبة ${f.replace(/^(?:Dr|Prof)\. (?:Dr\. )?/u, '')}،`],
  'pt-BR': (f, i) => [`Olá, ${f},`, `Olá, ${i},`],
  en: (f, i) => [`Hello ${f},`, `Hi ${i},`],
};
const locales = Object.keys(whole);

describe.each(locales)('unknown gender in %s', (locale) => {
  test.each([
    ['Joost van der Wijk', 'Joost van der Wijk', 'Joost'],
    ['Maria de la Cruz', 'Maria de la Cruz', 'Maria'],
    ['Ahmad bin Hassan', 'Ahmad bin Hassan', 'Ahmad'],
    ['Dr. Anna Müller', 'Dr. Anna Müller', 'Anna'],
    ['Prof. Dr. Eva Novak', 'Prof. Dr. Eva Novak', 'Eva'],
    ['Müller, Anna', 'Anna Müller', 'Anna'],
    ['ANNA MÜLLER', 'Anna Müller', 'Anna'],
    ['anna müller', 'Anna Müller', 'Anna'],
    ['Jane Doe, PhD', 'Jane Doe', 'Jane'],
    ['Priya Raghunathan', 'Priya Raghunathan', 'Priya'],
    ['Cher', 'Cher', 'Cher'],
    ['عبد الله', 'عبد الله', 'عبد الله'],
    ['佐藤美咲', '佐藤美咲', '佐藤美咲'],
    ['佐藤 美咲', '佐藤 美咲', '美咲'],
    ['佐藤 美咲 様', '佐藤 美咲', '美咲'],
    ['J. Smith', 'J. Smith', 'J. Smith'],
    ['Di Wang', 'Di Wang', 'Di Wang'],
    ['De Vries', 'De Vries', 'De Vries'],
    ['Anna & Peter Weber', 'Anna & Peter Weber', 'Anna & Peter Weber'],
  ])('%s', (name, formal, informal) => {
    const wanted = whole[locale]?.(formal, informal);
    expect([salutation(locale, name), salutation(locale, name, 'informal')]).toEqual(wanted);
    expect(address(locale, name).gender).toBe('other');
  });

  test.each([
    'anna.mueller@x.de',
    'info',
    'Support',
    'xX_gamer',
    'gamer99',
    'Großmann GmbH',
    'Acme Inc.',
    '株式会社みどり企画',
    'A. M.',
    'K',
    '',
    '   ',
    '<script>alert(1)</script>',
    'Herr und Frau Weber',
    'www.shop.de',
    'a'.repeat(90),
    '\u202Egnp.exe',
    '٣٤٥٦',
    '👍',
    '\uD83D',
  ])('%j is no name to use', (name) => {
    expect([salutation(locale, name), salutation(locale, name, 'informal')]).toEqual(noName[locale]);
  });

  test('no name at all', () => {
    expect(salutation(locale, undefined)).toBe(noName[locale]?.[0]);
  });
});

test('Dr. Weber is never “Hallo Weber”', () => {
  expect(salutation('de', 'Dr. Weber')).toBe('Guten Tag Dr. Weber,');
  expect(salutation('de', 'Dr. Weber', 'informal')).toBe('Hallo,');
});

describe('courtesy titles that the customer wrote state the gender', () => {
  test.each([
    ['de', 'Frau Weber', 'Sehr geehrte Frau Weber,'],
    ['de', 'Herr Weber', 'Sehr geehrter Herr Weber,'],
    ['de', 'Frau Dr. Weber', 'Sehr geehrte Frau Dr. Weber,'],
    ['de', 'Frau Anna Weber', 'Sehr geehrte Frau Weber,'],
    ['de-AT', 'Frau Mag. Huber', 'Sehr geehrte Frau Mag. Huber,'],
    ['nl', 'mevrouw de Vries', 'Geachte mevrouw De Vries,'],
    ['nl', 'de heer Jansen', 'Geachte heer Jansen,'],
    ['nl', 'Frau Weber', 'Geachte mevrouw Weber,'],
    ['sl', 'gospa Novak', 'Spoštovana gospa Novak,'],
    ['en', 'Mrs. Smith', 'Hello Ms. Smith,'],
    ['ar', 'السيدة ليلى', 'السيدة ليلى، تحية طيبة،'],
  ])('%s: %s', (locale, name, wanted) => {
    expect(salutation(locale, name)).toBe(wanted);
  });
  test('where the form has no place for an academic title, the title is not taken away', () => {
    expect(salutation('en', 'Ms. Dr. Chen')).toBe('Hello Dr. Chen,');
  });
  test('a family name alone is no form of address', () => {
    expect(salutation('de', 'Frau Weber', 'informal')).toBe('Hallo,');
    expect(salutation('de', 'Frau Weber', 'formal', { gender: 'other' })).toBe('Guten Tag,');
  });
});

describe('what the agent set', () => {
  test.each([
    ['de', 'Anna Müller', 'female', 'Sehr geehrte Frau Müller,'],
    ['de', 'Joost van der Wijk', 'male', 'Sehr geehrter Herr van der Wijk,'],
    ['nl', 'Joost van der Wijk', 'male', 'Geachte heer Van der Wijk,'],
    ['sl', 'Špela Žnidaršič', 'female', 'Spoštovana gospa Žnidaršič,'],
    ['ar', 'ليلى الحسيني', 'female', 'السيدة ليلى الحسيني، تحية طيبة،'],
    ['pt-BR', 'João Conceição', 'male', 'Prezado Sr. João,'],
    ['de', 'Anna Müller', 'other', 'Guten Tag Anna Müller,'],
    ['de', 'Cher', 'female', 'Guten Tag Cher,'],
  ] as const)('%s: %s, %s', (locale, name, gender, wanted) => {
    expect(salutation(locale, name, 'formal', { gender })).toBe(wanted);
  });
  test('wins over the customer’s courtesy title', () => {
    expect(address('de', 'Frau Weber', 'formal', { gender: 'male' })).toMatchObject({
      gender: 'male',
      salutation: 'Sehr geehrter Herr Weber,',
    });
  });
});

test('a gender is never guessed from a name', () => {
  const female = ['Anna', 'Maria', 'Fatima', 'Špela', 'Åsa', '美咲', 'ليلى', 'Priya'];
  const male = ['Peter', 'Joost', 'Muhammad', 'Jürgen', '太郎', 'João'];
  for (const locale of packs.keys()) {
    for (const given of [...female, ...male]) {
      for (const register of ['formal', 'informal'] as const) {
        const { gender, salutation: line = '' } = address(locale, `${given} Novak`, register);
        expect(gender).toBe('other');
        expect(line).not.toMatch(/Frau|Herr|geehrte|mevrouw|heer|gospa|gospod|Sra|Sr\.|Mr|Ms|السيد/u);
      }
    }
  }
});

describe('channels and registers', () => {
  test.each([
    ['chat', 'Hallo Anna Müller,'],
    ['social', 'Hallo Anna Müller,'],
    ['email', 'Guten Tag Anna Müller,'],
    ['form', 'Guten Tag Anna Müller,'],
  ] as const)('%s', (channel, wanted) => {
    expect(salutation('de', 'Anna Müller', 'formal', { channel })).toBe(wanted);
  });
  test('a register that the pack does not have falls back to the one it has', () => {
    expect(salutation('ja', '佐藤 美咲', 'informal')).toBe('佐藤 美咲様');
  });
});

describe('parts of a name', () => {
  const rules = { nameOrder: 'given-first', language: 'en', titles: [], courtesy: { female: [], male: [] } } as const;
  test.each([
    ['Maria José da Silva', undefined],
    ['Anna Maria Huber', undefined],
    ['홍길동', '홍'],
    ['남궁민수', '남궁'],
    ['DUPONT Marie', 'Dupont'],
    ['Marie DUPONT', 'Dupont'],
  ])('%s: the family name is known only where the writing tells it', (name, family) => {
    expect(parseName(name, rules)?.family).toBe(family);
  });
  test.each([
    ['zh', '王小明', { family: '王', given: '小明' }],
    ['zh', '欧阳修', { family: '欧阳', given: '修' }],
    ['zh', '小甜甜', {}],
    ['zh', '快乐的小猫', {}],
    ['ja', '王小明', {}],
    ['ko', '남궁민수', { family: '남궁', given: '민수' }],
    ['vi', 'Nguyễn Thị Minh Anh', { family: 'Nguyễn', given: 'Anh' }],
    ['vi', 'Minh Nguyen', {}],
    ['es', 'Ana García López', { family: 'García', given: 'Ana' }],
    ['es', 'José María Ruiz Gómez', { family: 'Ruiz', given: 'José María' }],
    ['es', 'María José Ruiz', { family: 'Ruiz', given: 'María José' }],
    ['ru', 'Анна Сергеевна Орлова', { given: 'Анна', patronymic: 'Сергеевна', family: 'Орлова' }],
    ['ru', 'Орлова Анна Сергеевна', { given: 'Анна', patronymic: 'Сергеевна', family: 'Орлова' }],
    ['ru', 'Пётр Ильич', { given: 'Пётр', patronymic: 'Ильич' }],
    ['uk', 'Олена Петрівна', { given: 'Олена', patronymic: 'Петрівна' }],
    ['ru', 'ОРЛОВА АННА СЕРГЕЕВНА', { given: 'Анна', patronymic: 'Сергеевна', family: 'Орлова' }],
    ['th', 'นางสาวสมหญิง ใจดี', { given: 'สมหญิง', family: 'ใจดี' }],
  ] as const)('%s: %s by the habits of the language', (language, name, parts) => {
    const { given, patronymic, family } = parseName(name, { ...rules, language }) ?? {};
    expect({ given, patronymic, family }).toEqual({
      given: undefined,
      patronymic: undefined,
      family: undefined,
      ...parts,
    });
    expect(parseName(name, { ...rules, language })?.gender).toBeUndefined();
  });
  test.each([
    ['he', 'ד"ר דנה כהן', { title: 'ד״ר', full: 'דנה כהן' }],
    ['he', 'ג׳ני לוי', { given: 'ג׳ני' }],
    ['id', 'Budi Santoso, S.H., M.M.', { full: 'Budi Santoso', given: 'Budi' }],
    ['en', 'Jane Doe, PhD', { full: 'Jane Doe' }],
    ['ko', '최 교수', { title: '교수', full: '최' }],
    ['ko', '정하늘 박사님', { title: '박사', full: '정하늘' }],
    ['vi', 'NGUYỄN VĂN AN', { full: 'Nguyễn Văn An', given: 'An' }],
    ['vi', 'Nguyễn Văn Minh', { full: 'Nguyễn Văn Minh', given: 'Minh' }],
    ['hu', 'Kovács István úr', { gender: 'male', full: 'Kovács István' }],
    ['hu', 'Kovács, Anna', { full: 'Kovács Anna', family: 'Kovács', given: 'Anna' }],
    ['tr', 'Mehmet Bey', { gender: 'male', given: 'Mehmet' }],
    ['zh', '刘女士', { gender: 'female', family: '刘' }],
    ['zh', '张伟先生', { gender: 'male', full: '张伟' }],
  ] as const)('%s: %s', (language, name, parts) => {
    const nameOrder = language === 'hu' ? 'family-first' : 'given-first';
    const titles = ['ד״ר', '교수', '박사'];
    expect(parseName(name, { ...rules, titles, nameOrder, language })).toMatchObject(parts);
  });
  test('the signature settles which of three names is the given one', () => {
    expect(parseName('Anna Maria Huber', { ...rules, signed: 'Anna' })).toMatchObject({
      given: 'Anna',
      family: 'Maria Huber',
    });
  });
  test('in family-first locales the order of a Latin name is kept', () => {
    expect(parseName('ANNA MÜLLER', { ...rules, nameOrder: 'family-first' })?.full).toBe('Anna Müller');
  });
  test.each([
    ['ANNA', 'Anna'],
    ['anna', 'Anna'],
    ['McDonald', 'McDonald'],
    ['MCDONALD', 'MCDONALD'],
    ["O'BRIEN", "O'BRIEN"],
    ['LI', 'LI'],
    ['ANNA-LENA', 'Anna-Lena'],
    ['van der Wijk', 'van der Wijk'],
    ['ليلى', 'ليلى'],
    ['ИВАН', 'Иван'],
  ])('recase %s → %s', (name, wanted) => {
    expect(recase(name)).toBe(wanted);
  });
});

test('any display name gives one clean line in every pack, never a placeholder or markup', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom(...packs.keys()),
      fc.constantFrom('formal', 'informal'),
      fc.constantFrom('female', 'male', 'other', undefined),
      (name, locale, register, gender) => {
        const line = salutation(locale, name, register as Register, gender ? { gender: gender as Gender } : {});
        expect(line).toBeTruthy();
        expect(line).not.toMatch(/[{}<>\p{Cc}\p{Cf}]|undefined|\s{2}| [,،]/u);
      },
    ),
  );
});

describe('signedName', () => {
  test.each([
    ['Danke!\n\nAnna', 'Anna Müller', 'Anna'],
    ['Danke!\nAnna Müller', 'Müller, Anna', 'Anna Müller'],
    ['Danke!\n🙂 Anna 🙂', 'Anna Müller', 'Anna'],
    ['Danke!\nAnna\nMusterstraße 1\n1010 Wien', 'Anna Müller', 'Anna'],
    ['Danke!\nVienna', 'Anna Müller', undefined],
    ['Danke!\n\n> Gruß\n> Anna', 'Anna Müller', undefined],
    ['Danke!\nAnna', undefined, undefined],
    ['', 'Anna', undefined],
  ])('%j from %s', (text, shown, wanted) => {
    expect(signedName(text, shown)).toBe(wanted);
  });
  test('any text: it is part of what the desk shows', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('Anna Müller', 'عبد الله', '佐藤 美咲'), (text, shown) => {
        const signed = signedName(`${text}\n${shown.split(' ')[0]}`, shown);
        if (signed) for (const word of signed.toLowerCase().split(/\s+/u)) expect(shown.toLowerCase()).toContain(word);
      }),
    );
  });
});
