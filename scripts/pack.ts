/**
 * `npm run pack -- check FILE…`: the pack gate for a lead's file; exits 1 where a file has problems.
 * `npm run pack -- table`: what each built-in pack has, by register.
 * `npm run pack -- corrections FILE…`: which concepts often go with which correction, from exports of the options page.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type CorrectionLine, correctionTable, parseCorrections } from '../lib/correction-table.ts';
import { checkResolved } from '../lib/pack/gate.ts';
import { type Problem, parsePack } from '../lib/pack/parse.ts';
import { packChain, resolvePack } from '../lib/pack/resolve.ts';
import { packLimits } from '../lib/pack/schema.ts';
import { loadCatalogue, loadPacks, resolveShipped, wordsFor } from './lib/shipped.ts';

const [command, ...files] = process.argv.slice(2);
if (command === 'table') {
  printCoverage();
  process.exit(0);
}
if (!['check', 'corrections'].includes(command ?? '') || files.length === 0) {
  console.error(
    ['check FILE…', 'table', 'corrections FILE…'].map((what) => `usage: npm run pack -- ${what}`).join('\n'),
  );
  process.exit(2);
}
if (command === 'corrections') process.exit(showCorrections());

let broken = 0;
for (const file of files) {
  const problems = check(file);
  if (problems.length > 0) broken++;
  console.log(problems.length === 0 ? `${file}: good` : `${file}: ${problems.length} to mend`);
  for (const { place, problem, remedy } of problems) console.log(`  ${place}: ${problem}\n    → ${remedy}`);
}
process.exit(broken > 0 ? 1 : 0);

function showCorrections(): number {
  const all: CorrectionLine[] = [];
  let unread = 0;
  for (const file of files) {
    if (!existsSync(file) || statSync(file).isDirectory()) {
      console.error(`${file}: there is no such file`);
      return 1;
    }
    const { lines, bad } = parseCorrections(readFileSync(file, 'utf8'));
    all.push(...lines);
    unread += bad.length;
    for (const line of bad) console.error(`${file}: line ${line} is no correction; export the file again`);
  }
  const rows = correctionTable(all).map(({ language, correction, concept, count, ofConcept }) => [
    language,
    correction,
    concept ?? '(no known word)',
    String(count),
    String(ofConcept),
  ]);
  const table = [['language', 'correction', 'concept', 'times', 'of'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  console.log(`\n${all.length} corrections. “times”: with this concept in the message; “of”: all corrections with it.`);
  return unread > 0 ? 1 : 0;
}

function check(file: string): Problem[] {
  if (!existsSync(file))
    return [{ place: 'the file', problem: 'there is no such file', remedy: 'check its name and folder' }];
  if (statSync(file).isDirectory())
    return [{ place: 'the file', problem: 'it is a folder', remedy: 'name the files in it' }];
  if (statSync(file).size > packLimits.bytes * 4)
    return [
      {
        place: 'the file',
        problem: `it has ${statSync(file).size.toLocaleString('en')} bytes`,
        remedy: 'check that it is a pack',
      },
    ];
  const { pack, problems } = parsePack(readFileSync(file, 'utf8'));
  if (!pack) return problems;
  // The file takes the place of the built-in pack of its locale, so that a changed copy is judged whole.
  const packs = new Map(builtIn(pack.locale)).set(pack.locale, pack);
  if (pack.extends && !packs.has(pack.extends))
    return [
      {
        place: 'extends',
        problem: `there is no pack “${pack.extends}”`,
        remedy: `extend one of ${[...packs.keys()].join(', ')}`,
      },
    ];
  const layers = packChain(pack.locale, packs).map((layer) => ({ kind: 'built-in' as const, pack: layer }));
  const english = packs.get('en') ? resolveShipped('en', packs) : undefined;
  return checkResolved(resolvePack(pack.locale, loadCatalogue(), layers), loadCatalogue(), wordsFor(pack), english);
}

/** A built-in pack that does not parse must not keep another file from being checked. */
function builtIn(except: string) {
  try {
    return loadPacks();
  } catch (error) {
    console.error(`built-in packs left out (checking ${except}): ${error instanceof Error ? error.message : error}`);
    return new Map();
  }
}

/** One line a pack: phrases by register and in chat, those with no place there, avoid-list, tips. */
function printCoverage(): void {
  const packs = loadPacks();
  const catalogue = loadCatalogue();
  console.log(`catalogue: ${catalogue.length} phrases`);
  console.table(
    Object.fromEntries(
      [...packs.keys()].map((locale) => {
        const { phrases, absent, avoid, tips, profile } = resolveShipped(locale, packs, catalogue);
        const in_ = (register: 'formal' | 'informal') =>
          profile.registers.includes(register) ? phrases.filter(({ text }) => text[register] ?? text.any).length : '–';
        const chat = phrases.filter(({ text }) => text.formalChat ?? text.informalChat ?? text.anyChat).length;
        const row = {
          phrases: phrases.length,
          absent: absent.length,
          formal: in_('formal'),
          informal: in_('informal'),
        };
        return [locale, { ...row, 'own in chat': chat, avoid: avoid.length, tips: tips.length }];
      }),
    ),
  );
}
