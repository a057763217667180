/** The page on which a team lead owns the wording. */
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { StringsContext, type Translate, useStrings } from '../shared/strings.tsx';
import { AddressForms } from './address-forms.tsx';
import { AvoidList } from './avoid-list.tsx';
import { type Page, PageContext, useActions, useOptions, useView, ViewContext } from './context.tsx';
import { FilesPage } from './files-page.tsx';
import { ModelPage } from './model-page.tsx';
import { PackList } from './pack-list.tsx';
import { packView } from './pack-view.ts';
import { Phrases } from './phrases.tsx';
import { SaveBar } from './save-bar.tsx';
import { SettingsPage } from './settings-page.tsx';
import type { OptionsState, Tab } from './store.ts';
import { Tabs } from './tabs.tsx';
import { Tips } from './tips.tsx';
import { TryIt } from './try-it.tsx';
import { Words } from './words.tsx';

export function OptionsPage({ page, t }: { page: Page; t: Translate }) {
  return (
    <StringsContext value={t}>
      <PageContext value={page}>
        <Frame />
      </PageContext>
    </StringsContext>
  );
}

function Frame() {
  const t = useStrings();
  const page = useOptions((state) => state.page);
  useFocusRequest();
  useTop(page);
  return (
    <div className="attune options" lang={t('ui.lang')} dir={t('ui.dir')}>
      <a className="skip" href="#main">
        {t('options.skip')}
      </a>
      <header>
        <h1>{t('options.title')}</h1>
      </header>
      <div className="columns">
        <PackList />
        <main id="main" tabIndex={-1}>
          {pages[page]()}
        </main>
      </div>
      <SaveBar />
    </div>
  );
}

const pages: Record<OptionsState['page'], () => React.ReactNode> = {
  pack: () => <PackPage />,
  settings: () => <SettingsPage />,
  model: () => <ModelPage />,
  files: () => <FilesPage />,
};

const parts: Record<Tab, () => React.ReactNode> = {
  phrases: () => <Phrases />,
  address: () => <AddressForms />,
  avoid: () => <AvoidList />,
  tips: () => <Tips />,
  words: () => <Words />,
  tryIt: () => <TryIt />,
};

function PackPage() {
  const catalogue = useOptions((state) => state.catalogue);
  const shipped = useOptions((state) => state.shipped);
  const files = useOptions((state) => state.files);
  const draft = useOptions((state) => state.draft);
  const locale = useOptions((state) => state.locale);
  const tab = useOptions((state) => state.tab);
  const view = useMemo(
    () => packView(locale, catalogue, shipped, files, draft),
    [locale, catalogue, shipped, files, draft],
  );
  return (
    <ViewContext value={view}>
      <PackTitle />
      <Tabs>
        <div key={locale}>{parts[tab]()}</div>
      </Tabs>
    </ViewContext>
  );
}

function PackTitle() {
  const t = useStrings();
  const { locale, shown } = useView();
  const shipped = useOptions((state) => state.shipped);
  const pack = shipped.get(locale);
  return (
    <>
      <h2>
        <span lang={locale} dir="auto">
          {shown.profile.name ?? locale}
        </span>{' '}
        <code dir="ltr">{locale}</code>
      </h2>
      {pack?.extends && (
        <p className="help">{t('options.extends', shipped.get(pack.extends)?.profile?.name ?? pack.extends)}</p>
      )}
      {pack?.status && <Status text={pack.status} />}
    </>
  );
}

/** How far the pack has been read: its first sentence, and on demand the rest. */
function Status({ text }: { text: string }) {
  const end = text.indexOf('. ') + 1;
  if (end === 0)
    return (
      <p className="help" lang="en" dir="auto">
        {text}
      </p>
    );
  return (
    <details className="help" lang="en" dir="auto">
      <summary>{text.slice(0, end)}</summary>
      {text.slice(end + 1)}
    </details>
  );
}

/** Another pack or page begins at its top, however far the last one was read. */
function useTop(page: string) {
  const locale = useOptions((state) => state.locale);
  // In a block: newer browsers return a promise, which React would take for a clean-up.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, [page, locale]);
}

/** Brings the keyboard to the field of a problem, once it is on screen. */
function useFocusRequest() {
  const { focusDone } = useActions();
  const focus = useOptions((state) => state.focus);
  useEffect(() => {
    if (!focus) return;
    const fields = [...document.querySelectorAll<HTMLElement>('input[id], textarea[id], select[id], button[id]')];
    // A problem of the whole leads to its first field, one inside a list to the list.
    const field =
      document.getElementById(focus) ??
      fields.find(({ id }) => id.startsWith(`${focus}/`) && !id.endsWith('/head')) ??
      fields.findLast(({ id }) => focus.startsWith(`${id}/`));
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
    focusDone();
  }, [focus, focusDone]);
}
