/** The tab “Forms of address”: salutation and in-text address by register, place and gender, each with a live preview. */
import { addressCustomer, namePlaceholders } from '../../lib/address/address.ts';
import { directionOf } from '../../lib/locale.ts';
import {
  type AddressForm,
  type AddressPlace,
  formsAt,
  setAddressForm,
  setDefaultRegister,
  setTitles,
} from '../../lib/pack/edit.ts';
import { packLimits } from '../../lib/pack/schema.ts';
import type { Gender, Register } from '../../lib/reading.ts';
import { channels } from '../../lib/thread.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { useActions, useEdit, useOptions, useView } from './context.tsx';
import { Select, TextField } from './fields.tsx';
import { LinesField } from './lines-field.tsx';
import { strayPlaceholder } from './pack-view.ts';
import { sampleNameFor } from './preview.tsx';

const forms: readonly AddressForm[] = ['female', 'male', 'unknown', 'titled', 'noName'];

export function AddressForms() {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const actions = useActions();
  const typed = useOptions((state) => state.sampleName);
  const { registers, defaultRegister } = view.shown.profile;
  const name = sampleNameFor(view.locale, typed);
  return (
    <>
      <div className="card grid">
        <TextField
          label={t('options.sampleName')}
          help={t('options.sampleNameHelp')}
          value={typed}
          onChange={actions.setSampleName}
          placeholder={name}
          dir="auto"
          maxLength={80}
        />
        <div>
          <p className="help">{t('options.placeholders')}</p>
          <dl className="placeholders">
            {namePlaceholders.map((one) => (
              <div key={one}>
                <dt>
                  <code dir="ltr">{`{${one}}`}</code>
                </dt>
                <dd>{t(`options.placeholder.${one}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      {registers.map((register) => (
        <section key={register} aria-labelledby={`address-${register}`}>
          <h3 id={`address-${register}`}>{nameOf(t, 'register', register)}</h3>
          {(['email', 'chat', 'inText'] as const).map((where) => (
            <FormsTable key={where} place={{ register, where }} name={name} />
          ))}
        </section>
      ))}
      <section aria-labelledby="address-more">
        <h3 id="address-more">{t('options.addressMore')}</h3>
        {registers.length > 1 && (
          <div className="card grid">
            {channels.map((channel) => (
              <Select
                key={channel}
                id={`profile/defaultRegister/${channel}`}
                label={t('options.defaultRegister', t(`options.channel_${channel}`))}
                value={defaultRegister[channel]}
                options={registers.map((one) => ({ value: one, label: nameOf(t, 'register', one) }))}
                onChange={(value) =>
                  edit((layer) => setDefaultRegister(layer, view.below.profile, channel, value as Register))
                }
              />
            ))}
          </div>
        )}
        <LinesField
          id="address/titles"
          label={t('options.titles')}
          help={t('options.titlesHelp')}
          values={view.shown.address.titles ?? []}
          lang={view.locale}
          onChange={(titles) => edit((layer) => setTitles(layer, view.below.address, titles))}
        />
      </section>
    </>
  );
}

/** What a customer would read, with nobody's gender guessed. */
function useFilled(place: AddressPlace, form: AddressForm, name: string): string | undefined {
  const { shown } = useView();
  const gender: Gender = form === 'female' || form === 'male' ? form : 'other';
  const { salutation, addressee } = addressCustomer(shown, {
    ...(form !== 'noName' && { displayName: name }),
    register: place.register,
    channel: place.where === 'chat' ? 'chat' : 'email',
    gender,
    ...(form === 'titled' && { title: shown.address.titles?.[0] ?? '' }),
  });
  return place.where === 'inText' ? addressee : salutation;
}

function FormsTable({ place, name }: { place: AddressPlace; name: string }) {
  const t = useStrings();
  const title = t(`options.where.${place.where}`);
  return (
    <fieldset className="card">
      <legend>{title}</legend>
      <div className="grid forms">
        {forms.map((form) => (
          <FormField key={form} place={place} form={form} name={name} />
        ))}
      </div>
    </fieldset>
  );
}

function FormField({ place, form, name }: { place: AddressPlace; form: AddressForm; name: string }) {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const value = formsAt(view.shown.address, place)?.[form] ?? '';
  const below = formsAt(view.below.address, place)?.[form] ?? '';
  const filled = useFilled(place, form, name);
  const required = place.where !== 'inText' && (form === 'unknown' || form === 'noName');
  const path =
    place.where === 'inText'
      ? `address/inText/${place.register}/${form}`
      : `address/${place.register}/${place.where}/${form}`;
  const stray = strayPlaceholder(value);
  const problem = stray
    ? {
        problem: t('options.strayPlaceholder', stray),
        remedy: t('options.strayRemedy', namePlaceholders.map((one) => `{${one}}`).join(' ')),
      }
    : required && value === ''
      ? { problem: t('options.formMissing'), remedy: t('options.formMissingRemedy') }
      : undefined;
  const set = (text: string) => edit((layer) => setAddressForm(layer, view.below.address, place, form, text));
  return (
    <div>
      <TextField
        id={path}
        label={t(`options.form.${form}`)}
        value={value}
        onChange={set}
        lang={view.locale}
        dir={directionOf(view.locale)}
        maxLength={packLimits.text}
        problem={problem}
        help={
          filled && (
            <>
              <span className="unseen">{t('options.preview')} </span>
              <span lang={view.locale} dir={directionOf(view.locale)} className="filled">
                {filled}
              </span>
            </>
          )
        }
      />
      {value !== below && below !== '' && (
        <button
          type="button"
          className="link"
          onClick={() => set('')}
          aria-label={`${t('options.restore')}: ${t(`options.form.${form}`)}`}
        >
          {t('options.restore')}
        </button>
      )}
    </div>
  );
}
