import type { phraseArguments } from '../../lib/pack/arguments.ts';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { type StringKey, useStrings } from '../shared/strings.tsx';

/** How to write what is filled in; never in the page's way until asked for. */
const patterns: Record<keyof typeof phraseArguments, string> = {
  salutation: '{salutation}',
  addressee: '{addressee}',
  agentName: '{agentName}',
  agentGender: '{agentGender, select, female {…} male {…} other {…}}',
  customerGender: '{customerGender, select, female {…} male {…} other {…}}',
  deadline: '{deadline, date, ::EEEEdMMMM} {deadline, time, ::Hmm}',
  deadlineDay: '{deadlineDay, select, mon {…} … sun {…} other {…}}',
  reference: '{reference}',
};

export function ArgumentHelp() {
  const t = useStrings();
  const help = useDisclosure();
  return (
    <div className="argument-help">
      <button {...help.button} className="link">
        <Icon name="chevron" /> {t('options.argumentsTitle')}
      </button>
      <div {...help.content}>
        <dl>
          {(Object.keys(patterns) as (keyof typeof patterns)[]).map((name) => (
            <div key={name}>
              <dt>
                <code dir="ltr">{patterns[name]}</code>
              </dt>
              <dd>{t(`options.argument.${name}` as StringKey)}</dd>
            </div>
          ))}
          <div>
            <dt>
              <code dir="ltr">[…]</code>
            </dt>
            <dd>{t('options.argument.blank')}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
