/** `npm run bench -- <name> [file]`: measures, prints a table and closes with one line of JSON. */
const [name, ...args] = process.argv.slice(2);

const benches: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  affect: () => import('../bench/affect.ts'),
  language: () => import('../bench/language.ts'),
  register: () => import('../bench/register.ts'),
  suggest: () => import('../bench/suggest.ts'),
};

const load = name === undefined ? undefined : benches[name];
if (!load) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')}`);
  process.exit(2);
}
await (await load()).run(args);
