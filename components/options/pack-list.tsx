import { useDeferredValue, useMemo, useState } from 'react';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { useStrings } from '../shared/strings.tsx';
import { useActions, useOptions, usePage } from './context.tsx';
import { createSummaries } from './pack-view.ts';
import { localesOf } from './store.ts';

/** All packs with where they come from, how much of the catalogue they cover and what is wrong in them. */
export function PackList() {
  const t = useStrings();
  const actions = useActions();
  const { models } = usePage();
  const catalogue = useOptions((state) => state.catalogue);
  const shipped = useOptions((state) => state.shipped);
  const files = useOptions((state) => state.files);
  const draft = useDeferredValue(useOptions((state) => state.draft));
  const page = useOptions((state) => state.page);
  const current = useOptions((state) => state.locale);
  const [summarise] = useState(createSummaries);
  const menu = useDisclosure();
  const packs = useMemo(
    () =>
      localesOf({ shipped, files, draft }).map((locale) => ({
        locale,
        ...summarise(locale, catalogue, shipped, files, draft),
      })),
    [catalogue, shipped, files, draft, summarise],
  );
  const here =
    page === 'pack' ? (packs.find(({ locale }) => locale === current)?.name ?? current) : t(`options.${page}`);
  const choose = (go: () => void) => () => {
    menu.setOpen(false);
    go();
  };

  return (
    <nav className="packs" aria-label={t('options.packs')}>
      <button
        type="button"
        className="plain menu-button"
        aria-expanded={menu.open}
        aria-controls="pack-menu"
        onClick={() => menu.setOpen(!menu.open)}
      >
        <span>{t('options.packs')}</span> <b>{here}</b> <Icon name="chevron" />
      </button>
      <div id="pack-menu" className="pack-menu" data-open={menu.open || undefined}>
        <ul>
          {packs.map(({ locale, name, layers, covered, problems }) => (
            <li key={locale}>
              <button
                type="button"
                className="pack-button"
                data-region={
                  packs.some((other) => other.locale !== locale && locale.startsWith(`${other.locale}-`)) || undefined
                }
                aria-current={page === 'pack' && locale === current ? 'page' : undefined}
                onClick={choose(() => actions.showPack(locale))}
              >
                <span className="pack-name">
                  <span lang={locale} dir="auto">
                    {name}
                  </span>{' '}
                  <code dir="ltr">{locale}</code>
                </span>
                <span className="pack-about">
                  <span
                    className="coverage"
                    title={`${t('options.tab.phrases')}: ${t('options.coverage', String(covered), String(catalogue.length))}`}
                  >
                    <span aria-hidden="true">{`${covered}/${catalogue.length}`}</span>
                    <span className="unseen">
                      {t('options.tab.phrases')}: {t('options.coverage', String(covered), String(catalogue.length))}
                    </span>
                  </span>
                  {/* Nearly every pack is built in: only what a team has added is worth a word. */}
                  {layers.map(
                    (layer) =>
                      layer !== 'built-in' && (
                        <span key={layer} className="badge" data-layer={layer}>
                          {t(`options.layer.${layer}`)}
                        </span>
                      ),
                  )}
                  {problems > 0 && (
                    <span className="badge warn">
                      <Icon name="warning" /> {t('options.problemCount', String(problems))}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <ul className="pages">
          {(models ? (['settings', 'model', 'files'] as const) : (['settings', 'files'] as const)).map((one) => (
            <li key={one}>
              <button
                type="button"
                className="pack-button"
                aria-current={page === one ? 'page' : undefined}
                onClick={choose(() => actions.showPage(one))}
              >
                {t(`options.${one}`)}{' '}
                {one === 'files' && files.some((file) => file.problems.length > 0) && (
                  <span className="badge warn">{t('options.toMend')}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
