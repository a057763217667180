/** The real programs in `rt/` and `roundcube/`, started for a test run, and our desk code run in their pages. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { build } from 'vite';

export type DeskName = 'rt' | 'roundcube';

export interface DeskOptions {
  port?: number;
  /** Folder for everything the program writes. */
  folder?: string;
  /** Keep what earlier runs left; otherwise database and mails are made afresh. */
  keep?: boolean;
  /** Roundcube: TinyMCE (`html`) or a plain textarea. */
  editor?: 'html' | 'text';
}

export interface TicketAddresses {
  read: string;
  reply: string;
}

export interface RunningDesk {
  name: DeskName;
  url: string;
  /** Mails that were sent: one file each. */
  sent: string;
  /** By the key in the seed file. Roundcube has one for each mail of the customer, oldest first. */
  addresses: Record<string, TicketAddresses[]>;
  stop(): Promise<void>;
}

export interface SeedMessage {
  from: 'customer' | 'agent' | 'note';
  by?: string;
  text: string;
  html?: string;
}

export interface SeedTicket {
  key: string;
  lang: string;
  subject: string;
  customer: { name: string; email: string };
  messages: SeedMessage[];
}

export interface Seed {
  agents: { login: string; password: string; name: string; email: string }[];
  tickets: SeedTicket[];
}

const run = promisify(execFile);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const programs = {
  rt: { prefix: 'RT', port: 8101, sent: 'mail' },
  roundcube: { prefix: 'RC', port: 8102, sent: 'sent' },
} as const;

export async function readSeed(): Promise<Seed> {
  return JSON.parse(await readFile(here('seed/tickets.json'), 'utf8')) as Seed;
}

/** Starts the program, with its packages installed on the first run (needs root), and returns where its tickets are. */
export async function startDesk(name: DeskName, options: DeskOptions = {}): Promise<RunningDesk> {
  const { prefix, port: usual, sent } = programs[name];
  const port = options.port ?? usual;
  const folder = options.folder ?? join(tmpdir(), `attune-desk-${name}-${port}`);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    [`${prefix}_RUN`]: folder,
    [`${prefix}_PORT`]: String(port),
    [`${prefix}_RESET`]: options.keep ? '' : '1',
    RC_EDITOR: options.editor ?? 'html',
  };
  const { stdout } = await run(here(`${name}/start.sh`), { env, timeout: 300_000 });
  const addresses: RunningDesk['addresses'] = {};
  for (const line of stdout.split('\n')) {
    const [, key, read, reply] = /^ {2}(\S+) +(http\S+) +reply: (http\S+)$/.exec(line) ?? [];
    if (key === undefined || read === undefined || reply === undefined) continue;
    addresses[key] = [...(addresses[key] ?? []), { read, reply }];
  }
  return {
    name,
    url: `http://127.0.0.1:${port}/`,
    sent: join(folder, sent),
    addresses,
    async stop() {
      await run(here(`${name}/stop.sh`), { env, timeout: 60_000 });
    },
  };
}

export interface Login {
  login: string;
  password: string;
}

/** Logs in, as the seed's first agent unless told otherwise. */
export async function login(page: Page, desk: RunningDesk, who?: Login): Promise<void> {
  const agent = who ?? (await readSeed()).agents[0];
  if (!agent) throw new Error('the seed has no agents');
  await page.goto(desk.url);
  const [user, password, button] =
    desk.name === 'rt'
      ? ['input[name="user"]', 'input[name="pass"]', 'input[type="submit"]']
      : ['input[name="_user"]', 'input[name="_pass"]', '#rcmloginsubmit'];
  await page.fill(user, agent.login);
  await page.fill(password, agent.password);
  await Promise.all([page.waitForNavigation(), page.click(button)]);
}

/** Seed messages in the order and with the roles that the program shows. Roundcube has no notes. */
export function shownMessages(desk: DeskName, ticket: SeedTicket): SeedMessage[] {
  return ticket.messages.filter((m) => desk === 'rt' || m.from !== 'note');
}

let bundled: Promise<string> | undefined;

async function bundleDesk(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: here('page-side.ts'), formats: ['iife'], name: 'attuneDeskBundle' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs) if ('output' in output) return output.output[0].code;
  throw new Error('the desk code gave no bundle');
}

/** A function that evaluates in the page as it is now, beside the page's own scripts. */
export async function deskWorld(page: Page): Promise<<T>(expression: string) => Promise<T>> {
  bundled ??= bundleDesk();
  const code = await bundled;
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'attune',
  });
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  await evaluate(`${code}\nundefined`);
  return evaluate;
}
