/** The agent's own settings. Each is stored as soon as it is chosen. */
import { useEffect, useState } from 'react';
import { displayName, languageOf } from '../../lib/locale.ts';
import { type Gender, genders } from '../../lib/reading.ts';
import { languageName, useStrings } from '../shared/strings.tsx';
import { useActions, useOptions } from './context.tsx';
import { Select, TextField } from './fields.tsx';
import { KeptCorrections } from './kept-corrections.tsx';
import { localesOf } from './store.ts';

const timeZones = Intl.supportedValuesOf('timeZone');

export function SettingsPage() {
  const t = useStrings();
  const { changeSettings } = useActions();
  const settings = useOptions((state) => state.settings);
  const languages = useLanguages();
  const lang = t('ui.lang') || 'en';
  return (
    <section aria-labelledby="settings-title" className="page">
      <h2 id="settings-title">{t('options.settings')}</h2>
      <p className="help">{t('options.settingsHelp')}</p>
      <div className="card grid">
        <AgentName />
        <Select
          label={t('options.agentGender')}
          help={t('options.agentGenderHelp')}
          value={settings.agentGender}
          onChange={(value) => changeSettings({ agentGender: value as Gender })}
          options={genders.map((one) => ({
            value: one,
            label: one === 'other' ? t('options.neutral') : t(`gender.${one}`),
          }))}
        />
        <Select
          label={t('options.agentLocale')}
          help={t('options.agentLocaleHelp')}
          value={settings.agentLocale}
          onChange={(agentLocale) => changeSettings({ agentLocale })}
          options={[
            { value: '', label: t('options.asBrowser') },
            ...[...languages.keys()]
              .map((language) => ({ value: language, label: languageName(t, language) }))
              .sort((a, b) => a.label.localeCompare(b.label, lang)),
          ]}
        />
      </div>
      <h3>{t('options.promise')}</h3>
      <p className="help">{t('options.promiseHelp')}</p>
      <div className="card grid">
        <Select
          label={t('options.workingDays')}
          value={String(settings.promise.workingDays)}
          onChange={(value) => changeSettings({ promise: { ...settings.promise, workingDays: Number(value) } })}
          options={[0, 1, 2, 3, 4, 5, 7, 10].map((days) => ({
            value: String(days),
            label: days === 0 ? t('options.sameDay') : String(days),
          }))}
        />
        <Select
          label={t('options.hour')}
          value={String(settings.promise.hour)}
          onChange={(value) => changeSettings({ promise: { ...settings.promise, hour: Number(value) } })}
          options={Array.from({ length: 24 }, (_, hour) => ({
            value: String(hour),
            label: new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
              hour * 3_600_000,
            ),
          }))}
        />
        <Select
          label={t('options.timeZone')}
          value={settings.timeZone}
          onChange={(timeZone) => changeSettings({ timeZone })}
          options={[
            { value: '', label: t('options.zoneOfPack') },
            ...[...new Set([...timeZones, ...(settings.timeZone ? [settings.timeZone] : [])])].map((zone) => ({
              value: zone,
              label: zone.replaceAll('_', ' '),
            })),
          ]}
        />
      </div>
      <h3>{t('options.regions')}</h3>
      <p className="help">{t('options.regionsHelp')}</p>
      <div className="card grid">
        {[...languages]
          .filter(([language, locales]) => locales.some((locale) => locale !== language))
          .map(([language, locales]) => (
            <Select
              key={language}
              label={languageName(t, language)}
              value={settings.regions.find((region) => languageOf(region) === language) ?? ''}
              onChange={(region) =>
                changeSettings({
                  regions: [
                    ...settings.regions.filter((other) => languageOf(other) !== language),
                    ...(region ? [region] : []),
                  ],
                })
              }
              options={[
                { value: '', label: t('options.noRegion') },
                ...locales
                  .filter((locale) => locale !== language)
                  .map((locale) => ({ value: locale, label: displayName(locale, lang) })),
              ]}
            />
          ))}
      </div>
      <KeptCorrections />
    </section>
  );
}

/** Languages with their packs. */
function useLanguages(): Map<string, string[]> {
  const shipped = useOptions((state) => state.shipped);
  const files = useOptions((state) => state.files);
  const draft = useOptions((state) => state.draft);
  const languages = new Map<string, string[]>();
  for (const locale of localesOf({ shipped, files, draft })) {
    const language = languageOf(locale) ?? locale;
    languages.set(language, [...(languages.get(language) ?? []), locale]);
  }
  return languages;
}

/** Stored in a pause of typing, not at every letter. */
function AgentName() {
  const t = useStrings();
  const { changeSettings } = useActions();
  const stored = useOptions((state) => state.settings.agentName);
  const [name, setName] = useState(stored);
  useEffect(() => setName(stored), [stored]);
  useEffect(() => {
    if (name.trim() === stored) return;
    const timer = setTimeout(() => changeSettings({ agentName: name.trim() }), 800);
    return () => clearTimeout(timer);
  }, [name, stored, changeSettings]);
  return (
    <TextField
      label={t('options.agentName')}
      help={t('options.agentNameHelp')}
      value={name}
      onChange={setName}
      dir="auto"
      maxLength={80}
    />
  );
}
