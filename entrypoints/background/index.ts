import '../../lib/own-files-only.ts';
import { browser, defineBackground } from '#imports';
import { answerCalls, focusPanelInFront } from '../../lib/background.ts';
import { registerSites, startOnSites } from '../../lib/sites.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerCalls();
    browser.runtime.onInstalled.addListener(registerSites);
    browser.runtime.onStartup.addListener(registerSites);
    browser.permissions.onAdded.addListener(({ origins = [] }) => startOnSites(origins));
    browser.permissions.onRemoved.addListener(registerSites);
    browser.commands.onCommand.addListener((command) => {
      if (command === 'open-panel') focusPanelInFront();
    });
  },
});
