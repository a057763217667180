import type { When } from '../../lib/pack/schema.ts';
import { useStrings } from '../shared/strings.tsx';
import { useOptions, useView } from './context.tsx';
import { ChipField, Select } from './fields.tsx';
import { LinesField } from './lines-field.tsx';
import { choicesOf, listFields, oneFields, whenLabel } from './when-words.ts';

/** When a phrase is offered: every condition given must hold. */
export function WhenEditor({ id, when, onChange }: { id: string; when: When; onChange: (when: When) => void }) {
  const t = useStrings();
  const { locale } = useView();
  const concepts = useOptions((state) => state.concepts);
  const set = (field: keyof When, value: unknown) => {
    const { [field]: _, ...others } = when;
    const given = value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    onChange(given ? ({ ...others, [field]: value } as When) : others);
  };
  return (
    <fieldset className="when">
      <legend>{t('options.whenTitle')}</legend>
      <p className="help">{t('options.whenHelp')}</p>
      <div className="grid">
        {listFields.map((field) => (
          <ChipField
            key={field}
            id={`${id}/when/${field}`}
            label={whenLabel(t, field)}
            values={when[field] ?? []}
            options={choicesOf(t, field, concepts)}
            onChange={(values) => set(field, values)}
          />
        ))}
        {oneFields.map((field) => (
          <Select
            key={field}
            id={`${id}/when/${field}`}
            label={whenLabel(t, field)}
            value={String(when[field] ?? '')}
            options={[{ value: '', label: t('options.anyValue') }, ...choicesOf(t, field, concepts)]}
            onChange={(value) => set(field, value !== '' && field.endsWith('Intensity') ? Number(value) : value)}
          />
        ))}
      </div>
      <LinesField
        id={`${id}/when/words`}
        label={whenLabel(t, 'words')}
        help={t('options.wordHelp')}
        values={when.words ?? []}
        lang={locale}
        onChange={(values) => set('words', values)}
      />
    </fieldset>
  );
}
