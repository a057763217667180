import { describe, expect, test } from 'vitest';
import { resolvePack } from '../../../lib/pack/resolve.ts';
import type { Tip } from '../../../lib/pack/schema.ts';
import { chooseTip } from '../../../lib/suggest/tip.ts';
import { situationOf } from '../engine/helpers.ts';

const tips: Tip[] = [
  { id: 'tip.anger', when: { emotion: ['anger'] }, text: { en: 'Anger, here.', de: 'Ärger, hier.' } },
  {
    id: 'tip.anger-lawyer',
    when: { emotion: ['anger'], signals: ['escalation'] },
    text: { en: 'Anger and a lawyer.' },
  },
  { id: 'tip.always', when: {}, text: { en: 'Said to everyone.' } },
];
const pack = resolvePack('ja', [], [{ kind: 'built-in', pack: { format: 1, locale: 'ja', tips } }]);
const angry = situationOf({ emotion: 'anger', intensity: 2 });
const choose = (situation = angry, agentLocale = 'en', dismissed: string[] = []) =>
  chooseTip(situation, pack, { agentLocale, dismissed });

describe('chooseTip', () => {
  test('one that something in the thread raised, with what it was', () => {
    expect(choose()).toEqual({
      id: 'ja/tip.anger',
      text: 'Anger, here.',
      locale: 'en',
      because: [{ kind: 'emotion', id: 'anger' }],
    });
  });
  test('the most telling one', () => {
    expect(choose(situationOf({ emotion: 'anger', signals: ['escalation'] }))?.id).toBe('ja/tip.anger-lawyer');
  });
  test('in the agent’s language, else in English', () => {
    expect(choose(angry, 'de-AT')).toMatchObject({ text: 'Ärger, hier.', locale: 'de' });
    expect(choose(angry, 'fr')).toMatchObject({ text: 'Anger, here.', locale: 'en' });
  });
  test.each([
    ['nothing raised one', situationOf(), 'en', []],
    ['the agent writes in their own language', angry, 'ja-JP', []],
    ['the agent does not want to see it again', angry, 'en', ['ja/tip.anger']],
  ])('none where %s', (_, situation, locale, dismissed) => {
    expect(choose(situation, locale, dismissed)).toBeUndefined();
  });
});
