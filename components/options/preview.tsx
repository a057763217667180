/** A text as a customer would read it: filled in for a sample person, once for each gender that its grammar shows. */

import { addressCustomer } from '../../lib/address/address.ts';
import { directionOf, languageOf } from '../../lib/locale.ts';
import type { ArgumentName, ArgumentValues } from '../../lib/pack/arguments.ts';
import { compileText, isProblem } from '../../lib/pack/icu.ts';
import type { ResolvedPack } from '../../lib/pack/resolve.ts';
import { type Gender, genders, type Register } from '../../lib/reading.ts';
import { deadlineFrom, weekdayKey } from '../../lib/suggest/deadline.ts';
import type { Settings } from '../../lib/team-data.ts';
import { useStrings } from '../shared/strings.tsx';
import { useOptions, useView } from './context.tsx';

const usualNames: Readonly<Record<string, string>> = {
  ar: 'ليلى حداد',
  ja: '佐藤 美咲',
  pt: 'Ana Souza',
  sl: 'Maja Novak',
  nl: 'Sanne de Vries',
  sv: 'Elin Lind',
  de: 'Dr. Maja Weber',
};

/** A name that is usual in the language, where the lead typed none. */
export const sampleNameFor = (locale: string, typed: string): string =>
  typed.trim() || (usualNames[languageOf(locale) ?? ''] ?? 'Robin Ellis');

export interface PreviewLine {
  /** For whom it reads so; empty where it is the same for everybody. */
  who: { agent?: Gender; customer?: Gender }[];
  text?: string;
  /** Arguments that have no value for this person: the phrase would not be offered. */
  lacks: ArgumentName[];
}

/** The lines of a preview; empty where the text cannot be used at all (the field says why). */
export function previewLines(
  text: string,
  register: Register,
  pack: ResolvedPack,
  settings: Settings,
  name: string,
  now: Date,
): PreviewLine[] {
  const compiled = compileText(text, pack.locale);
  if (isProblem(compiled)) return [];
  const uses = (argument: ArgumentName) => compiled.arguments.includes(argument);
  const timeZone = settings.timeZone || pack.profile.timeZone;
  const deadline = deadlineFrom(now, { ...settings.promise, weekend: pack.profile.weekend, timeZone });
  const agents = uses('agentGender') ? genders : [settings.agentGender];
  const customers: readonly Gender[] =
    uses('customerGender') || uses('addressee') || uses('salutation') ? genders : ['other'];
  const lines: PreviewLine[] = [];
  for (const agent of agents) {
    for (const customer of customers) {
      const { salutation, addressee } = addressCustomer(pack, {
        displayName: name,
        register,
        channel: 'email',
        gender: customer,
      });
      const values: ArgumentValues = {
        agentName: settings.agentName,
        agentGender: agent,
        customerGender: customer,
        deadline,
        deadlineDay: weekdayKey(deadline, timeZone),
        reference: '48213',
        ...(salutation && { salutation }),
        ...(addressee && { addressee }),
      };
      const lacks = compiled.arguments.filter((argument) => values[argument] === undefined);
      let filled: string | undefined;
      try {
        filled =
          lacks.length === 0
            ? compiled
                .format(values, timeZone)
                .replace(/[ \t]+$/gmu, '')
                .trim()
            : undefined;
      } catch {
        // The field under the text says what is wrong with it.
        return [];
      }
      const who = { ...(agents.length > 1 && { agent }), ...(customers.length > 1 && { customer }) };
      const same = lines.find((line) => line.text === filled);
      if (same) same.who.push(who);
      else lines.push({ who: [who], ...(filled !== undefined && { text: filled }), lacks });
    }
  }
  return lines.length === 1 ? lines.map((line) => ({ ...line, who: [] })) : lines;
}

export function Preview({ text, register }: { text: string; register: Register }) {
  const t = useStrings();
  const { shown, locale } = useView();
  const settings = useOptions((state) => state.settings);
  const typed = useOptions((state) => state.sampleName);
  const lines = previewLines(text, register, shown, settings, sampleNameFor(locale, typed), new Date());
  if (lines.length === 0) return null;
  const nameWho = ({ agent, customer }: PreviewLine['who'][number]) =>
    [agent && t('options.agentIs', t(`gender.${agent}`)), customer && t('options.customerIs', t(`gender.${customer}`))]
      .filter(Boolean)
      .join(' · ');
  return (
    <div className="preview">
      <span className="quiet">{t('options.preview')}</span>
      <ul aria-label={t('options.preview')}>
        {lines.map(({ who, text: filled, lacks }) => (
          <li key={filled ?? ''}>
            {who.length > 0 && <span className="who">{who.map(nameWho).join(' / ')}</span>}
            {filled === undefined ? (
              <span className="quiet">{t('options.notOffered', lacks.map((name) => `{${name}}`).join(', '))}</span>
            ) : (
              <p lang={locale} dir={directionOf(locale)}>
                {filled}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
