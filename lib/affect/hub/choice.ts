/** Which model from elsewhere is kept and which one is used, as it is stored. */
import type { Target } from './labels.ts';
import type { HubPlace } from './place.ts';

export interface HubModel extends HubPlace {
  /** Names its files (`keyOf`). */
  key: string;
  revision: string;
  bytes: number;
  labels: string[];
  multiLabel: boolean;
  /** What each label means. */
  targets: Target[];
}

export interface HubModels {
  kept: HubModel[];
  /** Key of the one that leads; null: the shipped model reads alone. */
  used: string | null;
  /** A download that was cancelled or broke off: what has come of it is kept. */
  partial: HubPlace | null;
  /** Permissions held for downloads alone: Attune does not run on these sites. */
  origins: string[];
}

export const noHubModels: HubModels = { kept: [], used: null, partial: null, origins: [] };

/** What whoever runs the model has to know. */
export interface HubChoice {
  key: string;
  targets: Target[];
}

export function choiceOf({ kept, used }: HubModels): HubChoice | undefined {
  const model = kept.find(({ key }) => key === used);
  return model && { key: model.key, targets: model.targets };
}
