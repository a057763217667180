import { useState } from 'react';
import { directionOf } from '../../lib/locale.ts';
import { equal } from '../../lib/pack/edit.ts';
import { TextArea } from './fields.tsx';

interface LinesFieldProps {
  id?: string;
  label: string;
  help?: string;
  values: readonly string[];
  lang: string;
  onChange: (values: string[]) => void;
  problem?: { problem: string; remedy: string } | undefined;
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** A list, one entry a line. What is typed stays as typed (blank lines too) until the list changes from elsewhere. */
export function LinesField({ values, lang, onChange, ...common }: LinesFieldProps) {
  const [typed, setTyped] = useState(values.join('\n'));
  const text = equal(linesOf(typed), [...values]) ? typed : values.join('\n');
  return (
    <TextArea
      {...common}
      value={text}
      lang={lang}
      dir={directionOf(lang)}
      rows={Math.max(3, values.length + 1)}
      onChange={(next) => {
        setTyped(next);
        onChange(linesOf(next));
      }}
    />
  );
}
