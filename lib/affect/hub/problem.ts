/** What can go wrong with a model from elsewhere, by kind: the page has a sentence with a remedy for each. */

export const hubProblems = [
  'badModel',
  'badBase',
  'refused',
  'noModel',
  'notAllowed',
  'noOnnx',
  'noTokenizer',
  'wrongTask',
  'noLabels',
  'notJson',
  'tooBig',
  'damaged',
  'offline',
  'server',
  'diskFull',
  'doesNotRun',
  'busy',
  'unexpected',
] as const;
/** Held while a model is fetched: two tabs that fetch into the same files would spoil them. */
export const downloadLock = 'attune-model-download';
export type HubProblem = (typeof hubProblems)[number];

/** `place`: the address, file or field it is about. */
export class HubError extends Error {
  readonly kind: HubProblem;
  readonly place: string;
  readonly detail: string;
  constructor(kind: HubProblem, place: string, detail = '') {
    super(`${kind}: ${place} ${detail}`);
    this.kind = kind;
    this.place = place;
    this.detail = detail;
  }
}
