/** `npm run pack -- check FILE…`: the pack gate for a lead's file. Exits 1 where a file has problems. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { checkResolved } from '../lib/pack/gate.ts';
import { type Problem, parsePack } from '../lib/pack/parse.ts';
import { packChain, resolvePack } from '../lib/pack/resolve.ts';
import { packLimits } from '../lib/pack/schema.ts';
import { loadCatalogue, loadPacks, wordsFor } from './lib/shipped.ts';

const [command, ...files] = process.argv.slice(2);
if (command !== 'check' || files.length === 0) {
  console.error('usage: npm run pack -- check FILE…');
  process.exit(2);
}

let broken = 0;
for (const file of files) {
  const problems = check(file);
  if (problems.length > 0) broken++;
  console.log(problems.length === 0 ? `${file}: good` : `${file}: ${problems.length} to mend`);
  for (const { place, problem, remedy } of problems) console.log(`  ${place}: ${problem}\n    → ${remedy}`);
}
process.exit(broken > 0 ? 1 : 0);

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
  return checkResolved(resolvePack(pack.locale, loadCatalogue(), layers), loadCatalogue(), wordsFor(pack));
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
