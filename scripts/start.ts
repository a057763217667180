/**
 * `npm start`: the demo desk in a Chromium with the extension. With `-- --headless`, or where there is no display, it
 * walks the agent's and the lead's journey by itself, prints what was read and inserted at each step, leaves screenshots
 * in artifacts/journey/ and exits with 1 if a step fails.
 */
import { platform } from 'node:os';
import { serveDemo } from '../demo/server.ts';
import { buildDemo, buildLoopback, loopbackExtension } from './lib/build.ts';
import { findChromium } from './lib/chromium.ts';
import { walkJourney } from './lib/journey.ts';
import { launchWithExtension } from './lib/launch.ts';

const hasDisplay = platform() !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;

try {
  process.env.CHROMIUM_PATH = await findChromium();
  buildLoopback();
  buildDemo();
  const demo = await serveDemo(headless ? 0 : 4780).catch(() => serveDemo());
  const launched = await launchWithExtension({ extension: loopbackExtension, headless });
  if (headless) {
    if (!hasDisplay && !process.argv.includes('--headless'))
      console.log('There is no display: walking the journey without one.');
    const failed = await walkJourney(launched, demo.url);
    await launched.close();
    await demo.close();
    process.exit(failed ? 1 : 0);
  }
  const page = launched.context.pages()[0] ?? (await launched.context.newPage());
  await page.goto(demo.url);
  console.log(`Demo desk: ${demo.url}`);
  console.log(`Options page: chrome-extension://${launched.extensionId}/options.html`);
  console.log('Open a ticket; the panel shows beside it. Close the browser, or press Ctrl+C, to stop.');
  launched.context.on('close', () => process.exit(0));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
