// @vitest-environment jsdom
/** A better reading comes in while the agent is at work in the panel. */
import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { inPlace } from '../../../lib/suggest/in-place.ts';
import type { Analysis } from '../../../lib/suggest/types.ts';
import { analysis, judged, reading, suggestion } from './fixtures.ts';
import { arabic, focus, mountPanel, unmountAll } from './mount.tsx';

afterEach(unmountAll);

const before = analysis();
const refined = (more: Partial<Analysis> = {}): Analysis => {
  const next = [
    suggestion('ack.repeat', 'acknowledge', 'Sie mussten uns dreimal schreiben.'),
    suggestion('ack.late', 'acknowledge', 'Ihre Sendung ist verspätet.'),
    suggestion('promise.date', 'promise', 'Ich melde mich bis Freitag.'),
    suggestion('greet.first', 'greet', 'Guten Tag Frau Hren,'),
  ];
  return analysis({ suggestions: inPlace(before.suggestions, next), ...more });
};

describe('a refined reading', () => {
  test('leaves each suggestion that stays before those that come, within its move', () => {
    const { store, suggestions } = mountPanel({ analysis: before });
    act(() => store.setState({ analysis: refined() }));
    expect(suggestions().map((button) => button.dataset.suggestion)).toEqual([
      'greet.first',
      'ack.late',
      'ack.repeat',
      'promise.date',
    ]);
  });
  test('keeps the very elements of what stays, so that nothing flashes and the keyboard stays', () => {
    const { store, suggestions, focused } = mountPanel({ analysis: before });
    const [, late] = suggestions();
    focus(late);
    act(() => store.setState({ analysis: refined() }));
    expect(suggestions()[1]).toBe(late);
    expect(focused()).toBe('Ihre Sendung ist verspätet.');
  });
  test('a fact that has the keyboard and loses its words hands it on inside the panel', () => {
    const { store, all, shadow } = mountPanel({ analysis: before });
    const emotion = all<HTMLButtonElement>('button.fact').at(-1);
    focus(emotion);
    act(() =>
      store.setState({
        analysis: refined({ reading: reading({ emotion: { ...judged('neutral' as const), intensity: 0 } }) }),
      }),
    );
    expect(emotion?.isConnected).toBe(false);
    expect(shadow.activeElement).not.toBeNull();
  });
  test('scrolls by as much as the line with the keyboard moved', () => {
    const { store, all, suggestions } = mountPanel({ analysis: before });
    const [, late] = suggestions();
    if (!late) throw new Error('no second suggestion');
    const [body] = all('.body');
    let top = 300;
    late.getBoundingClientRect = () => ({ top: top - (body?.scrollTop ?? 0) }) as DOMRect;
    focus(late);
    store.subscribe(() => {
      top = 340;
    });
    act(() => store.setState({ analysis: refined() }));
    expect(body?.scrollTop).toBe(40);
    expect(body?.style.paddingBlockStart).toBe('');
  });
  test('or holds its place with a gap where there is nothing to scroll, until the next reading', () => {
    const { store, all, suggestions } = mountPanel({ analysis: before });
    const [, late] = suggestions();
    if (!late) throw new Error('no second suggestion');
    const [body] = all('.body');
    if (body) Object.defineProperty(body, 'scrollTop', { get: () => 0, set: () => {} });
    let top = 300;
    late.getBoundingClientRect = () => ({ top }) as DOMRect;
    focus(late);
    const stop = store.subscribe(() => {
      top = 270;
    });
    act(() => store.setState({ analysis: refined() }));
    expect(body?.style.paddingBlockStart).toBe('30px');
    stop();
    act(() => store.setState({ analysis: refined() }));
    expect(body?.style.paddingBlockStart).toBe('');
  });
  test('a list that nobody is at is left to itself', () => {
    const { store, all, suggestions } = mountPanel({ analysis: before });
    for (const button of suggestions()) button.getBoundingClientRect = () => ({ top: Math.random() }) as DOMRect;
    act(() => store.setState({ analysis: refined() }));
    expect(all('.body')[0]?.scrollTop).toBe(0);
  });
});

describe('without the model', () => {
  const line = 'Feelings are read by word rules alone: the trained model is not available right now.';
  test('one quiet line says so, in the language of the interface, and goes with the cause', () => {
    const { store, one } = mountPanel({ analysis: analysis({ byRulesOnly: true }) });
    const panel = one('section', 'Attune');
    expect(panel.textContent).toContain(line);
    act(() => store.setState({ analysis: analysis() }));
    expect(panel.textContent).not.toContain(line);
    const inArabic = mountPanel({ analysis: analysis({ byRulesOnly: true }) }, arabic);
    expect(inArabic.shadow.textContent).toContain('النموذج');
  });
  test('where only the one that the team chose is missing, the line says who reads', () => {
    const { store, one } = mountPanel({ analysis: analysis({ shippedAlone: true }) });
    const panel = one('section', 'Attune');
    expect(panel.textContent).toContain('The model your team chose is not available right now');
    act(() => store.setState({ analysis: analysis({ byRulesOnly: true, shippedAlone: true }) }));
    expect(panel.querySelectorAll('.by-rules')).toHaveLength(1);
    expect(panel.textContent).toContain(line);
  });
  test('it is no alarm', () => {
    const { all } = mountPanel({ analysis: analysis({ byRulesOnly: true }) });
    expect(all('[role=alert]')).toEqual([]);
  });
});
