/** The page “Model”: which model reads, and another that the lead has fetched from a host they name. */
import { useStore } from 'zustand';
import { choiceOf, type HubModel } from '../../lib/affect/hub/choice.ts';
import { type Target, targets } from '../../lib/affect/hub/labels.ts';
import { type HubPlace, hubBase } from '../../lib/affect/hub/place.ts';
import { Icon } from '../shared/icons.tsx';
import { languageName, nameOf, type Translate, useStrings } from '../shared/strings.tsx';
import { usePage } from './context.tsx';
import { Select, TextField } from './fields.tsx';
import type { Comparison, SampleReading } from './model-compare.ts';
import { canBeUsed, type Models, type ModelsState } from './models.ts';

function useModels(): Models {
  const { models } = usePage();
  if (!models) throw new Error('This page has no models.');
  return models;
}

const useModelsState = <T,>(selector: (state: ModelsState) => T): T => useStore(useModels().store, selector);

export function ModelPage() {
  const t = useStrings();
  const kept = useModelsState((state) => state.models.kept);
  return (
    <section aria-labelledby="model-title" className="page">
      <h2 id="model-title">{t('options.model')}</h2>
      <p className="help">{t('model.help')}</p>
      <Reads />
      <h3>{t('model.fetchTitle')}</h3>
      <Fetch />
      <Said />
      {kept.length > 0 && (
        <>
          <h3>{t('model.keptTitle')}</h3>
          <ul className="rows">
            {kept.map((model) => (
              <KeptModel key={model.key} model={model} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Reads() {
  const t = useStrings();
  const { actions } = useModels();
  const models = useModelsState((state) => state.models);
  const used = models.kept.find(({ key }) => key === choiceOf(models)?.key);
  return (
    <div className="card row-line">
      <span>{used ? t('model.leads', used.model) : t('model.shippedReads')}</span>
      {used && (
        <button type="button" className="plain" onClick={actions.goBack}>
          {t('model.goBack')}
        </button>
      )}
    </div>
  );
}

function Fetch() {
  const t = useStrings();
  const { actions } = useModels();
  const { model, base } = useModelsState((state) => state.typed);
  const running = useModelsState((state) => state.running);
  const partial = useModelsState((state) => state.models.partial);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        actions.start();
      }}
    >
      <div className="grid">
        <TextField
          label={t('model.name')}
          help={t('model.nameHelp')}
          value={model}
          onChange={(value) => actions.type({ model: value })}
          dir="ltr"
          maxLength={200}
          placeholder="owner/name"
        />
        <TextField
          label={t('model.base')}
          help={t('model.baseHelp')}
          value={base}
          onChange={(value) => actions.type({ base: value })}
          dir="ltr"
          maxLength={300}
          placeholder={hubBase}
        />
      </div>
      <p className="help">
        <Icon name="check" /> {t('model.privacy')}
      </p>
      <div className="buttons">
        <button type="submit" className="plain primary" disabled={running !== null || model.trim() === ''}>
          {t('model.fetch')}
        </button>
      </div>
      {running?.what === 'asking' && <p className="quiet">{t('model.asking')}</p>}
      {running?.what === 'downloading' && <Downloading {...running} />}
      {partial && running?.what !== 'downloading' && <Partial partial={partial} busy={running !== null} />}
    </form>
  );
}

function Downloading({ place, progress }: Extract<NonNullable<ModelsState['running']>, { what: 'downloading' }>) {
  const t = useStrings();
  const { actions } = useModels();
  const { bytes = 0, total } = progress ?? {};
  return (
    <div className="progress-line">
      <progress aria-label={t('model.fetching', place.model)} {...(total && { value: bytes, max: total })} />
      <span>
        {t('model.fetching', place.model)}{' '}
        <span className="figures">{total ? t('model.bytesOf', size(t, bytes), size(t, total)) : size(t, bytes)}</span>
      </span>
      <button type="button" className="plain" onClick={actions.cancel}>
        {t('model.cancel')}
      </button>
    </div>
  );
}

function Partial({ partial, busy }: { partial: HubPlace; busy: boolean }) {
  const t = useStrings();
  const { actions } = useModels();
  return (
    <div className="progress-line">
      <span>{t('model.partial', partial.model)}</span>
      <button type="button" className="plain" disabled={busy} onClick={actions.resume}>
        {t('model.resume')}
      </button>
      <button type="button" className="plain" disabled={busy} onClick={actions.forgetPartial}>
        {t('model.forget')}
      </button>
    </div>
  );
}

/** The result of the last thing done, seen and announced. */
function Said() {
  const t = useStrings();
  const problem = useModelsState((state) => state.problem);
  const said = useModelsState((state) => state.said);
  return (
    <div role="status" className="model-said" data-kind={problem ? 'problem' : 'done'}>
      {problem ? (
        <div className="problem-line">
          <Icon name="warning" />
          <div>
            {t(`modelProblem.${problem.kind}`)}
            {(problem.place || problem.detail) && (
              <>
                <br />
                <code dir="ltr">{[problem.place, problem.detail].filter(Boolean).join(' · ')}</code>
              </>
            )}
          </div>
        </div>
      ) : (
        said && (
          <p>
            <Icon name="check" /> {t(`modelSaid.${said}`)}
          </p>
        )
      )}
    </div>
  );
}

function KeptModel({ model }: { model: HubModel }) {
  const t = useStrings();
  const { actions } = useModels();
  const used = useModelsState((state) => state.models.used === model.key);
  const gone = useModelsState((state) => state.gone.has(model.key));
  const running = useModelsState((state) => state.running);
  const comparison = useModelsState((state) => state.comparisons[model.key]);
  const comparing = running?.what === 'comparing' && running.key === model.key ? running : undefined;
  const usable = canBeUsed(model);
  const named = (label: string) => `${label}: ${model.model}`;
  return (
    <li className="row model">
      <div className="row-line">
        <b dir="ltr">{model.model}</b>
        <span className="quiet">
          <bdi>{new URL(model.base).host}</bdi> · {size(t, model.bytes)}
        </span>
        {used && (
          <span className="badge" data-layer="own">
            {t('model.inUse')}
          </span>
        )}
      </div>
      {gone && (
        <p className="broken">
          <Icon name="warning" /> {t('model.gone')}
        </p>
      )}
      <fieldset>
        <legend>{t('model.labels')}</legend>
        <p className="help">{t('model.labelsHelp')}</p>
        <div className="grid">
          {model.labels.map((label, i) => (
            <Select
              key={`${i} ${label}`}
              label={
                <bdi dir="ltr" lang="en">
                  {label}
                </bdi>
              }
              value={model.targets[i] ?? 'ignore'}
              onChange={(target) => actions.setTarget(model.key, i, target as Target)}
              options={targets.map((value) => ({ value, label: targetName(t, value) }))}
            />
          ))}
        </div>
        {!usable && <p className="broken">{t('model.needsLabels')}</p>}
      </fieldset>
      <div className="buttons">
        <button
          type="button"
          className="plain"
          disabled={running !== null || gone || !usable}
          aria-label={named(t('model.compare'))}
          onClick={() => actions.compare(model.key)}
        >
          {t('model.compare')}
        </button>
        {used ? (
          <button type="button" className="plain" onClick={actions.goBack}>
            {t('model.goBack')}
          </button>
        ) : (
          <button
            type="button"
            className="plain primary"
            disabled={running !== null || gone || !usable}
            aria-label={named(t('model.use'))}
            onClick={() => actions.use(model.key)}
          >
            {t('model.use')}
          </button>
        )}
        <button
          type="button"
          className="plain"
          disabled={running !== null}
          aria-label={named(t('model.remove'))}
          onClick={() => actions.remove(model.key)}
        >
          {t('model.remove')}
        </button>
      </div>
      {comparing && (
        <div className="progress-line">
          <progress
            aria-label={t('model.comparing')}
            {...(comparing.of > 0 && { value: comparing.done, max: comparing.of })}
          />
          <span>{t('model.comparing')}</span>
          <button type="button" className="plain" onClick={actions.cancel}>
            {t('model.cancel')}
          </button>
        </div>
      )}
      {comparison && <ComparisonView model={model.model} comparison={comparison} />}
    </li>
  );
}

const mostShown = 20;

function ComparisonView({ model, comparison }: { model: string; comparison: Comparison }) {
  const t = useStrings();
  const { messages, agreed, labelled, right, time, differ } = comparison;
  const number = new Intl.NumberFormat(t('ui.lang'), { maximumFractionDigits: 1 });
  const said = ({ sentiment, emotion }: SampleReading) =>
    `${t(`options.sentiment_${sentiment}`)}, ${nameOf(t, 'emotion', emotion)}`;
  return (
    <div className="comparison">
      <p>{t('model.agreement', String(agreed), String(messages))}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('model.shipped')}</th>
            <th scope="col">
              <bdi>{model}</bdi>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('model.right')}</th>
            <td>{t('options.coverage', String(right.shipped), String(labelled))}</td>
            <td>{t('options.coverage', String(right.other), String(labelled))}</td>
          </tr>
          <tr>
            <th scope="row">{t('model.time')}</th>
            <td>{number.format(time.shipped)}</td>
            <td>{number.format(time.other)}</td>
          </tr>
        </tbody>
      </table>
      <p className="help">{t('model.compareHelp')}</p>
      {differ.length > 0 && (
        <>
          <h4>{t('model.differ', String(Math.min(mostShown, differ.length)), String(differ.length))}</h4>
          <ul className="rows">
            {differ.slice(0, mostShown).map(({ sample, shipped, other }) => (
              <li key={sample.text} className="row">
                <p lang={sample.lang} dir="auto">
                  {sample.text}
                </p>
                <p className="quiet">
                  {languageName(t, sample.lang)}
                  {sample.sentiment && ` · ${t('model.labelled', t(`options.sentiment_${sample.sentiment}`))}`} ·{' '}
                  {t('model.shipped')}: {said(shipped)} · <bdi>{model}</bdi>: {said(other)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function targetName(t: Translate, target: Target): string {
  if (target === 'ignore') return t('model.ignore');
  if (target === 'negative' || target === 'neutral' || target === 'positive') return t(`options.sentiment_${target}`);
  return nameOf(t, 'emotion', target);
}

function size(t: Translate, bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(t('ui.lang'), {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1_000));
}
