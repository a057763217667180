import { createRoot } from 'react-dom/client';
import '../../components/popup/style.css';
import { browser } from '#imports';
import { Popup, type SiteState } from '../../components/popup/popup.tsx';
import { browserStrings } from '../../components/shared/browser-strings.ts';
import { isSiteOn, patternFor, turnSiteOff, turnSiteOn } from '../../lib/sites.ts';

document.documentElement.lang = browserStrings('ui.lang');
document.documentElement.dir = browserStrings('ui.dir');
const root = createRoot(document.getElementById('root') as HTMLElement);

async function show(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  // `activeTab` shows us the address of the page that the agent opened this window on, and of no other.
  const url = tab?.url ?? '';
  const state: SiteState = !patternFor(url) ? 'not-possible' : (await isSiteOn(url)) ? 'on' : 'off';
  root.render(
    <Popup
      site={URL.parse(url)?.host ?? ''}
      state={state}
      actions={{
        turnOn: () => turnSiteOn(url).then(show),
        turnOff: () => turnSiteOff(url).then(show),
        openOptions: () => browser.runtime.openOptionsPage(),
      }}
      t={browserStrings}
    />,
  );
}

show();
