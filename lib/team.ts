/** The layers that a team puts above the built-in packs: imported packs, then a lead's own edits. */
import { type Problem, parsePack } from './pack/parse.ts';
import type { Layer } from './pack/resolve.ts';
import type { Pack } from './pack/schema.ts';
import type { OwnEdits, TeamPack } from './team-data.ts';

export interface Team {
  packs: readonly TeamPack[];
  edits: OwnEdits;
}

export interface CheckedTeamPack extends TeamPack {
  pack?: Pack;
  problems: Problem[];
}

/** Parses the team's packs; one with problems is kept and counts as switched off. */
export function checkTeamPacks(packs: readonly TeamPack[]): CheckedTeamPack[] {
  return packs.map((stored) => {
    const { pack, problems } = parsePack(stored.text);
    return pack ? { ...stored, pack, problems } : { ...stored, on: false, problems };
  });
}

/** The layers above the built-in ones for a chain of locales (`['de', 'de-AT']`), team before own edits. */
export function teamLayers(chain: readonly string[], packs: readonly CheckedTeamPack[], edits: OwnEdits): Layer[] {
  const team = chain.flatMap((locale) =>
    packs
      .filter((p) => p.on && p.pack?.locale === locale)
      .map((p) => ({ kind: 'team' as const, pack: p.pack as Pack })),
  );
  const own = chain.flatMap((locale) => (edits[locale] ? [{ kind: 'own' as const, pack: edits[locale] }] : []));
  return [...team, ...own];
}
