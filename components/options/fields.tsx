/** Labelled fields. A field's problem stands under it and is read out with it. */
import { type ChangeEvent, type ReactNode, useId } from 'react';
import type { TextProblem } from '../../lib/pack/icu.ts';
import { Icon } from '../shared/icons.tsx';
import { useStrings } from '../shared/strings.tsx';

interface Common {
  label: ReactNode;
  /** Ids are given where a problem must be able to find its field. */
  id?: string | undefined;
  help?: ReactNode;
  problem?: TextProblem | undefined;
}

interface Described {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
}

export function Field({ label, id, help, problem, children }: Common & { children: (props: Described) => ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const ids = [problem && `${own}-problem`, help && `${own}-help`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={own}>{label}</label>
      {children({ id: own, ...(ids && { 'aria-describedby': ids }), ...(problem && { 'aria-invalid': true }) })}
      {problem && <ProblemLine id={`${own}-problem`} problem={problem.problem} remedy={problem.remedy} />}
      {help && (
        <p id={`${own}-help`} className="help">
          {help}
        </p>
      )}
    </div>
  );
}

/** Problem and remedy come from the pack's gate, which speaks English. */
export function ProblemLine({ id, place, problem, remedy }: TextProblem & { id?: string; place?: string }) {
  const t = useStrings();
  return (
    <div id={id} className="problem-line">
      <Icon name="warning" />
      <div lang="en" dir="ltr">
        {place && <b>{place}</b>} {problem}
        <br />
        <span lang={t('ui.lang')} dir={t('ui.dir')} className="remedy-label">
          {t('options.remedy')}
        </span>{' '}
        {remedy}
      </div>
    </div>
  );
}

interface TextProps extends Common {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  placeholder?: string;
}

const change =
  (onChange: (value: string) => void) =>
  (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    onChange(event.target.value);

export function TextField({ value, onChange, maxLength, lang, dir, placeholder, ...common }: TextProps) {
  return (
    <Field {...common}>
      {(props) => (
        <input
          {...props}
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={change(onChange)}
          maxLength={maxLength}
          lang={lang}
          dir={dir}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

export function TextArea({
  value,
  onChange,
  maxLength,
  lang,
  dir,
  placeholder,
  rows = 2,
  ...common
}: TextProps & { rows?: number }) {
  const needed = value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 80), 0);
  return (
    <Field {...common}>
      {(props) => (
        <textarea
          {...props}
          rows={Math.min(12, Math.max(rows, needed))}
          value={value}
          onChange={change(onChange)}
          maxLength={maxLength}
          lang={lang}
          dir={dir}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface SelectProps extends Common {
  value: string;
  onChange: (value: string) => void;
  options: readonly Choice[];
}

export function Select({ value, onChange, options, ...common }: SelectProps) {
  return (
    <Field {...common}>
      {(props) => (
        <select {...props} value={value} onChange={change(onChange)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChipFieldProps extends Pick<Common, 'label' | 'id'> {
  values: readonly string[];
  options: readonly Choice[];
  onChange: (values: string[]) => void;
}

/** Several of a fixed set: each chosen one is a chip with a button that takes it out. */
export function ChipField({ label, id, values, options, onChange }: ChipFieldProps) {
  const t = useStrings();
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <Field label={label} id={id}>
      {(props) => (
        <div className="chip-field">
          {values.length > 0 && (
            <ul className="chips">
              {values.map((value) => (
                <Chip
                  key={value}
                  remove={() => {
                    onChange(values.filter((other) => other !== value));
                    // The button is gone with its chip; the keyboard stays in the field.
                    document.getElementById(props.id)?.focus();
                  }}
                  name={nameOf(value)}
                />
              ))}
            </ul>
          )}
          <select {...props} value="" onChange={(event) => onChange([...values, event.target.value])}>
            <option value="">{values.length > 0 ? t('options.addOne') : t('options.anyValue')}</option>
            {options
              .filter((option) => !values.includes(option.value))
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
          </select>
        </div>
      )}
    </Field>
  );
}

export function Chip({
  name,
  remove,
  lang,
  mark,
}: {
  name: string;
  remove?: () => void;
  lang?: string;
  mark?: 'own' | 'struck';
}) {
  const t = useStrings();
  return (
    <li className="chip" data-mark={mark}>
      <bdi lang={lang}>{name}</bdi>
      {remove && (
        <button
          type="button"
          className="chip-remove"
          aria-label={t(mark === 'struck' ? 'options.useAgainNamed' : 'options.removeNamed', name)}
          title={t(mark === 'struck' ? 'options.useAgainNamed' : 'options.removeNamed', name)}
          onClick={remove}
        >
          <span aria-hidden="true">{mark === 'struck' ? '↺' : '×'}</span>
        </button>
      )}
    </li>
  );
}
