/** A remark on the agent's draft: where, why, what instead. Offsets count UTF-16 units in the draft's text. */
export interface Finding {
  start: number;
  end: number;
  /** The words of the draft between `start` and `end`. */
  words: string;
  why: string;
  instead: string;
}
