/**
 * What a thread's mood asks of the whole reply: which moves come first and which wait until the agent looks for them.
 * Phrases decide by their own conditions whether they fit; this decides what is proposed.
 */
import { type Move, moves } from '../pack/moves.ts';
import type { Phrase } from '../pack/resolve.ts';
import type { Reading } from '../reading.ts';

export type Mood = 'danger' | 'bereavement' | 'praise' | 'everyday';

export function moodOf(reading: Reading): Mood {
  if (reading.signals.some((signal) => signal.value === 'safety')) return 'danger';
  if (reading.concepts.includes('f-death')) return 'bereavement';
  return reading.sentiment === 'positive' ? 'praise' : 'everyday';
}

/** Danger comes before courtesy, a condolence before any fact. */
const first: Partial<Record<Mood, Move>> = { danger: 'ask', bereavement: 'comfort' };

export function orderIn(mood: Mood): readonly Move[] {
  const urgent = first[mood];
  return urgent ? ['greet', urgent, ...moves.filter((move) => move !== 'greet' && move !== urgent)] : moves;
}

/** After a death: no thanks, no question, no offer unless the agent looks for it (culture §2.6). */
const quiet: ReadonlySet<Move> = new Set<Move>(['greet', 'comfort', 'acknowledge', 'explain', 'promise', 'close']);
/** After praise nothing is repaired. */
const glad: ReadonlySet<Move> = new Set<Move>(['greet', 'thank', 'promise', 'feedback', 'close']);

/** Whether the phrase is proposed by itself in this mood; it can be found under “More phrases” in every mood. */
export function proposedIn(mood: Mood, { move, when }: Pick<Phrase, 'move' | 'when'>): boolean {
  if (mood === 'bereavement') return quiet.has(move);
  if (mood === 'praise') return glad.has(move);
  // The one question in danger is whether everyone is safe.
  if (mood === 'danger') return move !== 'thank' && (move !== 'ask' || (when.signals?.includes('safety') ?? false));
  return true;
}
