import { useId, useState } from 'react';
import type { Judged, Signal } from '../../lib/reading.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { Evidence } from './evidence.tsx';

/** Signals that call for care before anything else is written. */
const grave: readonly Signal[] = ['safety', 'vulnerable', 'escalation', 'churn'];

/** Signals as chips; a chip with evidence is a button, and one shows its words at a time. */
export function Signals({ signals, language }: { signals: Judged<Signal>[]; language: string | undefined }) {
  const t = useStrings();
  const id = useId();
  const label = useId();
  const [open, setOpen] = useState<Signal | null>(null);
  const shown = signals.find((signal) => signal.value === open);
  return (
    <>
      <div className="signals">
        <span id={label} className="unseen">
          {t('reading.signals')}
        </span>
        <ul className="chips" aria-labelledby={label}>
          {signals.map(({ value, evidence }) => (
            <li key={value}>
              {evidence.length > 0 ? (
                <button
                  type="button"
                  className="chip"
                  data-grave={grave.includes(value) || undefined}
                  aria-expanded={open === value}
                  aria-controls={id}
                  onClick={() => setOpen(open === value ? null : value)}
                >
                  {nameOf(t, 'signal', value)}
                </button>
              ) : (
                <span className="chip" data-grave={grave.includes(value) || undefined}>
                  {nameOf(t, 'signal', value)}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div id={id} className="evidence" hidden={!shown}>
        {shown && <Evidence items={shown.evidence} language={language} />}
      </div>
    </>
  );
}
