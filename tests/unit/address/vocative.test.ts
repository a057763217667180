import { describe, expect, test } from 'vitest';
import { vocative } from '../../../lib/address/vocative.ts';
import type { Gender } from '../../../lib/reading.ts';

const table = (language: string, part: 'given' | 'family', gender: Gender, rows: [string, string | undefined][]) =>
  describe(`${language}, ${part} name, ${gender}`, () => {
    test.each(rows)('%s → %s', (name, wanted) => {
      expect(vocative(language, part, name, gender)).toBe(wanted);
    });
  });

table('cs', 'family', 'male', [
  ['Novák', 'Nováku'],
  ['Svoboda', 'Svobodo'],
  ['Novotný', 'Novotný'],
  ['Krejčí', 'Krejčí'],
  ['Němec', 'Němče'],
  ['Hájek', 'Hájku'],
  ['Tomáš', 'Tomáši'],
  ['Kovář', 'Kováři'],
  ['Petrů', 'Petrů'],
  ['Havel', 'Havle'],
  ['Beran', 'Berane'],
  ['Smith', undefined],
  ['Schwarz', undefined],
  ['Novák-Dvořák', undefined],
]);
table('cs', 'family', 'female', [
  ['Nováková', 'Nováková'],
  ['Smith', 'Smith'],
]);
table('cs', 'given', 'male', [
  ['Petr', 'Petře'],
  ['Pavel', 'Pavle'],
  ['Daniel', 'Danieli'],
  ['Viktor', 'Viktore'],
  ['Ondřej', 'Ondřeji'],
  ['Jan', 'Jane'],
  ['Marek', 'Marku'],
  ['Denis', undefined],
]);
table('cs', 'given', 'other', [
  ['Jana', 'Jano'],
  ['Marie', 'Marie'],
  ['Ingrid', undefined],
  ['Petr', undefined],
]);
table('uk', 'given', 'male', [
  ['Андрій', 'Андрію'],
  ['Іван', 'Іване'],
  ['Дмитро', 'Дмитре'],
  ['Ігор', 'Ігорю'],
  ['Микола', 'Миколо'],
  ['Олег', undefined],
  ['Ілля', 'Ілле'],
  ['Марко', 'Марку'],
  ['Федір', undefined],
]);
table('uk', 'given', 'other', [
  ['Олена', 'Олено'],
  ['Марія', 'Маріє'],
  ['Олеся', 'Олесю'],
  ['Андрій', undefined],
]);
table('uk', 'family', 'male', [['Шевчук', undefined]]);
table('el', 'family', 'male', [
  ['Παπαδόπουλος', 'Παπαδόπουλε'],
  ['Παπαδάκης', 'Παπαδάκη'],
  ['Παππάς', 'Παππά'],
  ['Γεωργίου', 'Γεωργίου'],
  ['Δήμος', undefined],
]);
table('el', 'family', 'female', [['Παπαδοπούλου', 'Παπαδοπούλου']]);
table('el', 'given', 'male', [
  ['Νίκος', 'Νίκο'],
  ['Γιώργος', 'Γιώργο'],
  ['Αλέξανδρος', 'Αλέξανδρε'],
  ['Κώστας', 'Κώστα'],
]);
table('de', 'given', 'male', [['Peter', undefined]]);
