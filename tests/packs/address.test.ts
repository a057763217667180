/**
 * How each locale addresses twelve people of its language, by register and by what is known of their gender. The tables
 * are read by a person when they change: a form of address that is off is the first thing a customer sees.
 */
import { describe, expect, test } from 'vitest';
import { addressCustomer } from '../../lib/address/address.ts';
import { languageOf } from '../../lib/locale.ts';
import { genders } from '../../lib/reading.ts';
import { loadPacks, resolveShipped } from '../../scripts/lib/shipped.ts';
import { names } from './address-names.ts';

const files = loadPacks();

describe.each([...files.keys()])('%s', (locale) => {
  const pack = resolveShipped(locale, files);
  const people = names[languageOf(locale) ?? ''] ?? [];

  test('twelve names', () => {
    expect(people.length).toBeGreaterThanOrEqual(12);
  });

  test('forms of address', async () => {
    const table = people.map((displayName) => {
      const lines = pack.profile.registers.flatMap((register) =>
        (['email', 'chat'] as const).map((channel) => {
          const forms = genders.map(
            (gender) => addressCustomer(pack, { displayName, register, channel, gender }).salutation,
          );
          const [, ...rest] = forms;
          const same = rest.every((form) => form === forms[0]);
          return `  ${register} ${channel}: ${same ? forms[0] : genders.map((gender, i) => `${gender} ${forms[i]}`).join(' | ')}`;
        }),
      );
      return [displayName, ...lines].join('\n');
    });
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(`address/${locale}.txt`);
  });
});
