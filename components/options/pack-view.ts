/** One locale as the page shows it: what is in use, what lies below the lead's own edits, and where each part is from. */

import { namePlaceholders } from '../../lib/address/address.ts';
import { emptyLayer } from '../../lib/pack/edit.ts';
import { checkTexts } from '../../lib/pack/gate.ts';
import { checkPack, type Problem } from '../../lib/pack/parse.ts';
import {
  type Layer,
  type LayerKind,
  type Phrase,
  packChain,
  type ResolvedPack,
  resolvePack,
} from '../../lib/pack/resolve.ts';
import type { AvoidItem, Catalogue, Pack, TextKey } from '../../lib/pack/schema.ts';
import { type CheckedTeamPack, teamLayers } from '../../lib/team.ts';
import type { OwnEdits } from '../../lib/team-data.ts';

export interface Origin {
  kind: LayerKind;
  /** The locale whose pack says it: another one than the view's where it is inherited. */
  locale: string;
}

export interface PackView {
  locale: string;
  /** What the engine uses. */
  current: ResolvedPack;
  /** The same with everything that is switched off laid open. */
  shown: ResolvedPack;
  /** Without the lead's own edits of this locale, switched-off parts laid open. */
  below: ResolvedPack;
  own: Pack;
  off: ReadonlySet<string>;
  offBelow: ReadonlySet<string>;
  avoidOff: ReadonlySet<string>;
  tipsOff: ReadonlySet<string>;
  /** Catalogue phrases that the locale does without, with the reason where there is one. */
  missing: { id: string; why?: string }[];
  originOf(phrase: string): Origin;
}

/** The layers of a locale, lowest first, exactly as the engine lays them. */
export function layersFor(
  locale: string,
  shipped: ReadonlyMap<string, Pack>,
  teamPacks: readonly CheckedTeamPack[],
  edits: OwnEdits,
): Layer[] {
  const usable = teamPacks.flatMap((p) => (p.on && p.pack ? [[p.pack.locale, p.pack] as const] : [])).reverse();
  const chain = packChain(locale, new Map([...usable, ...shipped])).map((pack) => pack.locale);
  return [
    ...chain.flatMap((l) => (shipped.has(l) ? [{ kind: 'built-in' as const, pack: shipped.get(l) as Pack }] : [])),
    ...teamLayers(chain.length > 0 ? chain : [locale], teamPacks, edits),
  ];
}

const laidOpen = (layers: readonly Layer[]): Layer[] =>
  layers.map(({ kind, pack }) => ({
    kind,
    pack: {
      ...pack,
      ...(pack.phrases && { phrases: pack.phrases.map(({ off: _, ...phrase }) => phrase) }),
      ...(pack.tips && { tips: pack.tips.map(({ off: _, ...tip }) => tip) }),
      ...(pack.avoid && { avoid: pack.avoid.map(({ off: _, ...item }) => item) }),
    },
  }));

export function packView(
  locale: string,
  catalogue: Catalogue,
  shipped: ReadonlyMap<string, Pack>,
  teamPacks: readonly CheckedTeamPack[],
  edits: OwnEdits,
): PackView {
  const layers = layersFor(locale, shipped, teamPacks, edits);
  const lower = layers.filter(({ kind, pack }) => !(kind === 'own' && pack.locale === locale));
  const current = resolvePack(locale, catalogue, layers);
  const shown = resolvePack(locale, catalogue, laidOpen(layers));
  const present = new Set([...shown.phrases.map((p) => p.id), ...current.absent.map((a) => a.id)]);
  const used = new Set(current.avoid.map((item) => item.id));
  return {
    locale,
    current,
    shown,
    below: resolvePack(locale, catalogue, laidOpen(lower)),
    own: edits[locale] ?? emptyLayer(locale),
    off: new Set(current.off),
    offBelow: new Set(resolvePack(locale, catalogue, lower).off),
    avoidOff: new Set(shown.avoid.filter((item) => !used.has(item.id)).map((item) => item.id)),
    tipsOff: new Set(shown.tips.filter((tip) => !current.tips.some(({ id }) => id === tip.id)).map(({ id }) => id)),
    missing: [...current.absent, ...catalogue.filter(({ id }) => !present.has(id)).map(({ id }) => ({ id }))],
    originOf: (phrase) => {
      const last = layers.findLast(({ pack }) => pack.phrases?.some((p) => p.id === phrase));
      return last ? { kind: last.kind, locale: last.pack.locale } : { kind: 'built-in', locale };
    },
  };
}

export const phraseBelow = (view: PackView, id: string): Phrase | undefined =>
  view.below.phrases.find((phrase) => phrase.id === id);
export const avoidBelow = (view: PackView, id: string): AvoidItem | undefined =>
  view.below.avoid.find((item) => item.id === id);

/** What keeps one text of a phrase from being used, if anything does. */
export function textProblem(view: PackView, phrase: Phrase, key: TextKey): Problem | undefined {
  const text = phrase.text[key];
  return text === undefined
    ? undefined
    : checkTexts({ ...view.shown, phrases: [{ ...phrase, text: { [key]: text } }] })[0];
}

/** The first thing in braces that is no part of a name: a customer would be addressed with it as it stands. */
export function strayPlaceholder(form: string): string | undefined {
  const parts = namePlaceholders.map((part) => `{${part}}`);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), form);
  return /[{}][^{}]*\}?/u.exec(rest)?.[0];
}

/** Forms of address that no customer should get to see. */
export function addressProblems(layer: Pack): Problem[] {
  const { formal, informal, inText } = layer.address ?? {};
  const groups = {
    'formal › email': formal?.email,
    'formal › chat': formal?.chat,
    'informal › email': informal?.email,
    'informal › chat': informal?.chat,
    'inText › formal': inText?.formal,
    'inText › informal': inText?.informal,
  };
  return Object.entries(groups).flatMap(([group, forms]) =>
    Object.entries(forms ?? {}).flatMap(([form, text]) => {
      const stray = strayPlaceholder(text ?? '');
      return stray
        ? [
            {
              place: `address › ${group} › ${form}`,
              problem: `“${stray}” is no part of a name`,
              remedy: `use ${namePlaceholders.map((part) => `{${part}}`).join(' ')}`,
            },
          ]
        : [];
    }),
  );
}

export interface DraftProblem extends Problem {
  locale: string;
}

/** What must be mended before the edits can be saved, in every locale that has edits. */
export function draftProblems(edits: OwnEdits, view: (locale: string) => PackView): DraftProblem[] {
  return Object.entries(edits).flatMap(([locale, layer]) => {
    const edited = new Set(layer.phrases?.flatMap((phrase) => (phrase.text ? [phrase.id] : [])));
    const { shown } = edited.size > 0 ? view(locale) : { shown: undefined };
    const texts = shown ? checkTexts({ ...shown, phrases: shown.phrases.filter(({ id }) => edited.has(id)) }) : [];
    return [...checkPack(layer).problems, ...addressProblems(layer), ...texts].map((problem) => ({
      ...problem,
      locale,
    }));
  });
}

export interface Summary {
  layers: LayerKind[];
  covered: number;
  problems: number;
  name: string;
}

/** Summaries for the list of packs; kept as long as a locale's layers are the same, because they check every text. */
export function createSummaries(): (
  locale: string,
  ...rest: [Catalogue, ReadonlyMap<string, Pack>, readonly CheckedTeamPack[], OwnEdits]
) => Summary {
  const kept = new Map<string, { packs: Pack[]; summary: Summary }>();
  return (locale, catalogue, shipped, teamPacks, edits) => {
    const layers = layersFor(locale, shipped, teamPacks, edits);
    const known = kept.get(locale);
    if (
      known &&
      known.packs.length === layers.length &&
      known.packs.every((pack, index) => pack === layers[index]?.pack)
    )
      return known.summary;
    const resolved = resolvePack(locale, catalogue, layers);
    const usable = new Set(resolved.phrases.map((phrase) => phrase.id));
    const own = edits[locale];
    const summary: Summary = {
      name: resolved.profile.name ?? locale,
      layers: (['built-in', 'team', 'own'] as const).filter((kind) =>
        layers.some((layer) => layer.kind === kind && layer.pack.locale === locale),
      ),
      covered: catalogue.filter(({ id }) => usable.has(id)).length,
      // Built-in texts passed the gate; to try every one of forty packs would hold the page up.
      problems:
        (layers.every((layer) => layer.kind === 'built-in') ? 0 : checkTexts(resolved).length) +
        (own ? checkPack(own).problems.length + addressProblems(own).length : 0),
    };
    kept.set(locale, { packs: layers.map((layer) => layer.pack), summary });
    return summary;
  };
}
