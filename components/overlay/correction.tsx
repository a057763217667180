import { type ReactNode, useId } from 'react';
import { emotions, genders, type Intensity, type Reading, registers } from '../../lib/reading.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { useActions, usePanel, useSetPanel } from './context.tsx';
import { intensityKeys } from './strength.tsx';

export function CorrectionButton({ controls }: { controls: string }) {
  const t = useStrings();
  const correcting = usePanel((state) => state.correcting);
  const setPanel = useSetPanel();
  return (
    <button
      type="button"
      className="link"
      aria-expanded={correcting}
      aria-controls={correcting ? controls : undefined}
      onClick={() => setPanel({ correcting: !correcting })}
    >
      {correcting ? t('reading.done') : t('reading.correct')}
    </button>
  );
}

/** Each choice counts at once: the suggestions follow while the form stays open. */
export function Correction({ id, reading }: { id: string; reading: Reading }) {
  const t = useStrings();
  const actions = useActions();
  const languages = usePanel((state) => state.languages);
  const gender = usePanel((state) => state.customerGender);
  const { language, register, emotion } = reading;
  const corrected = gender !== 'other' || [language, register, emotion].some(({ source }) => source === 'agent');
  const known = languages.some(({ value }) => value === language.value);
  return (
    <div id={id} className="correction">
      <Choice
        label={t('reading.language')}
        value={known ? language.value : ''}
        onChoose={(value) => actions.correct({ language: value })}
      >
        {!known && <Unset>{t('reading.unknown')}</Unset>}
        {languages.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('reading.register')}
        value={register.value === 'unmarked' ? '' : register.value}
        onChoose={(value) => actions.correct({ register: value as (typeof registers)[number] })}
      >
        {register.value === 'unmarked' && <Unset>{t('reading.unmarked')}</Unset>}
        {registers.map((value) => (
          <option key={value} value={value}>
            {nameOf(t, 'register', value)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('reading.emotion')}
        value={emotion.value}
        onChoose={(value) => actions.correct({ emotion: value as (typeof emotions)[number] })}
      >
        {emotions.map((value) => (
          <option key={value} value={value}>
            {nameOf(t, 'emotion', value)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('reading.intensity')}
        value={String(emotion.intensity)}
        onChoose={(value) => actions.correct({ intensity: Number(value) as Intensity })}
      >
        {intensityKeys.map((key, step) => (
          <option key={key} value={step}>
            {t(key)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('reading.gender')}
        value={gender}
        onChoose={(value) => actions.correct({ customerGender: value as (typeof genders)[number] })}
      >
        {genders.map((value) => (
          <option key={value} value={value}>
            {t(`gender.${value}`)}
          </option>
        ))}
      </Choice>
      {corrected && (
        <button type="button" className="plain quiet" onClick={actions.resetCorrection}>
          {t('reading.reset')}
        </button>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

function Unset({ children }: { children: ReactNode }) {
  return (
    <option value="" disabled>
      {children}
    </option>
  );
}
