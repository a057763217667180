/**
 * Gets what Debian's own packages hold in many languages: interface texts (Firefox and LibreOffice translations, MPL-2.0)
 * as plain lines, `de.txt`; words (Tesseract's dictionaries, Apache-2.0) with how many spellings each has, `de.words`:
 * `node training/language/fetch.ts --to FOLDER`. Needs apt-get, dpkg-deb and unzip.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fold, words } from '../../lib/language/features.ts';
import { dictionaries } from './classes.ts';
import { dictionaryWords } from './tesseract.ts';

const { values } = parseArgs({ options: { to: { type: 'string' }, downloads: { type: 'string' } } });
if (!values.to) throw new Error('usage: node training/language/fetch.ts --to FOLDER [--downloads FOLDER]');
const to = values.to;
const downloads = values.downloads ?? join(to, 'downloads');
mkdirSync(downloads, { recursive: true });
mkdirSync(to, { recursive: true });

/** Package suffix → our language; one a line of text. Spelling variants of one language join. */
const firefox =
  'ar bg bn bs ca cs da de el en-gb es-es es-mx et fa fi fr he hi-in hr hu id it ja ko lt lv mk ms nb-no nn-no nl pl pt-br pt-pt ro ru sk sl sq sr sv-se ta te th tr uk ur vi zh-cn zh-tw af eo eu gl is tl hy-am ka kk si be az uz cy ga-ie gd br ast oc fy-nl mr ne-np xh kab sc rm lij hsb son ff tg sco';
const libreoffice =
  'bs hr sr mk nn nb id lt lv et ro sk sl uk bg ca da af eo eu gl is cy ga gd br ast oc uz be kk tg mr ne nl kmr zu st nso rw om ug';

const packages = [
  ...firefox.split(' ').map((tag) => ({ tag, name: `firefox-esr-l10n-${tag}` })),
  ...libreoffice.split(' ').map((tag) => ({ tag, name: `libreoffice-l10n-${tag}` })),
];
const lines = new Map<string, Set<string>>();
for (const { tag, name } of packages) {
  const folder = unpacked(name);
  if (!folder) continue;
  for (const xpi of filesOf(folder).filter((file) => file.endsWith('.xpi')))
    if (!existsSync(`${folder}/xpi`)) execFileSync('unzip', ['-q', '-o', xpi, '-d', `${folder}/xpi`]);
  const language = tag.split('-')[0] as string;
  const key = tag === 'sr' && name.startsWith('libre') ? 'sr' : language;
  const set = lines.get(key) ?? new Set<string>();
  lines.set(key, set);
  for (const file of filesOf(folder)) {
    if (file.endsWith('.mo')) for (const text of moTexts(readFileSync(file))) add(set, text);
    else if (/\.(ftl|properties|dtd|ini)$/.test(file))
      for (const text of stringTexts(readFileSync(file, 'utf8'))) add(set, text);
  }
}

/** A line that stands in many languages' files was left untranslated. */
const seen = new Map<string, number>();
for (const set of lines.values()) for (const line of set) seen.set(line, (seen.get(line) ?? 0) + 1);
for (const [language, set] of lines) {
  const english = language === 'en' ? undefined : lines.get('en');
  const kept = [...set].filter((line) => language === 'en' || ((seen.get(line) ?? 0) < 5 && !english?.has(line)));
  writeFileSync(join(to, `${language}.txt`), `${kept.join('\n')}\n`);
  console.log(`${language}\t${kept.length}`);
}

for (const [language, tags] of Object.entries(dictionaries)) {
  const spellings = new Map<string, number>();
  for (const tag of tags) {
    const folder = unpacked(`tesseract-ocr-${tag}`);
    for (const file of folder ? filesOf(folder) : [])
      if (file.endsWith('.traineddata'))
        for (const written of dictionaryWords(readFileSync(file)))
          for (const word of /\p{N}/u.test(written) ? [] : words(fold(written)))
            spellings.set(word, (spellings.get(word) ?? 0) + 1);
  }
  if (spellings.size === 0) continue;
  const list = [...spellings].map(([word, count]) => `${word} ${count}`).join('\n');
  writeFileSync(join(to, `${language}.words`), `${list}\n`);
  console.log(`${language}\t${spellings.size} words`);
}

/** The folder of a package's files, fetched where it is not there yet; undefined where Debian has no such package. */
function unpacked(name: string): string | undefined {
  const found = () => readdirSync(downloads).find((file) => file.startsWith(`${name}_`));
  if (!found()) {
    try {
      execFileSync('apt-get', ['download', '-q', name], { cwd: downloads, stdio: 'ignore' });
    } catch {
      console.error(`no package ${name}`);
    }
  }
  const archive = found();
  if (!archive) return undefined;
  const folder = join(downloads, name);
  if (!existsSync(folder)) execFileSync('dpkg-deb', ['-x', join(downloads, archive), folder]);
  return folder;
}

function add(set: Set<string>, text: string): void {
  for (const part of text.split('\n')) {
    const plain = part
      .replace(/<[^<>]{0,300}>/g, ' ')
      .replace(/\{[^{}]{0,200}\}/g, ' ')
      .replace(/&[a-zA-Z#0-9.]{1,60};/g, ' ')
      .replace(/%\S*|\$\S*|\\[nrtu]\S{0,4}|[~&_]/g, (m) => (m === '~' || m === '&' || m === '_' ? '' : ' '))
      .replace(/\s+/g, ' ')
      .trim();
    const letters = plain.match(/\p{L}/gu)?.length ?? 0;
    if (
      letters >= 4 &&
      letters >= plain.length * 0.6 &&
      plain.length <= 400 &&
      !/https?:|[a-z]\.[a-z]|[a-z][A-Z]/.test(plain)
    )
      set.add(plain);
  }
}

function* stringTexts(source: string): Generator<string> {
  for (const line of source.split('\n')) {
    const entity = /^<!ENTITY\s+\S+\s+"([^"]*)"/.exec(line)?.[1];
    if (entity !== undefined) yield entity;
    else if (/^\s*(#|;|\/\/|\[|<|\*)/.test(line)) continue;
    else {
      const value = /^\s*\.?[\w.%-]+\s*=\s*(.+)$/.exec(line)?.[1] ?? /^\s{4,}([^.\s*[{}].*)$/.exec(line)?.[1];
      if (value) yield value;
    }
  }
}

/** Translations of a compiled gettext catalogue. */
function* moTexts(data: Buffer): Generator<string> {
  if (data.readUInt32LE(0) !== 0x950412de) return;
  const count = data.readUInt32LE(8);
  const table = data.readUInt32LE(16);
  for (let i = 1; i < count; i++) {
    const length = data.readUInt32LE(table + i * 8);
    const offset = data.readUInt32LE(table + i * 8 + 4);
    for (const form of data.toString('utf8', offset, offset + length).split('\0')) yield form;
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? filesOf(path) : [path];
  });
}
