// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { requestFocus } from '../../../components/overlay/store.ts';
import { analysis, evidence, judged, reading, suggestion } from './fixtures.ts';
import { arabic, click, fill, focus, mountPanel, press, unmountAll } from './mount.tsx';

afterEach(unmountAll);

describe('names and roles', () => {
  test('a region named Attune holds the group Reading and the list Suggestions', () => {
    const { one } = mountPanel();
    expect(one('section', 'Attune').contains(one('fieldset', 'Reading'))).toBe(true);
    expect(one('section', 'Attune').contains(one('ul', 'Suggestions'))).toBe(true);
  });

  test('suggestions are buttons named by their text alone, in the order of a good reply', () => {
    const { suggestions } = mountPanel();
    expect(suggestions().map((button) => button.textContent)).toEqual([
      'Guten Tag Frau Hren,',
      'Ihre Sendung ist verspätet.',
      'Ich melde mich bis Freitag.',
    ]);
    expect(suggestions()[0]?.lang).toBe('de');
    expect(suggestions()[0]?.dir).toBe('ltr');
  });

  test('the gloss describes the suggestion, in its own language', () => {
    const { shadow, suggestions } = mountPanel();
    const described = shadow.getElementById(suggestions()[0]?.getAttribute('aria-describedby') ?? '');
    expect(described?.querySelector('[lang=en][dir=ltr]')?.textContent).toBe('Hello Ms Hren,');
  });

  test('the reading says language, register and emotion with how sure it is, and strength in words', () => {
    const { all } = mountPanel();
    expect(all('.fact').map((fact) => fact.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Language German sure',
      'Address formal likely',
      'Feeling frustration sure clear rising',
    ]);
  });

  test('a region that the words show is said as the guess it is', () => {
    const language = { ...judged('de'), others: [], region: { value: 'de-AT', confidence: 0.75 } };
    const { all } = mountPanel({ analysis: analysis({ reading: reading({ language }) }) });
    expect(all('.fact')[0]?.textContent?.replaceAll(/\s+/g, ' ')).toBe('Language German sure perhaps Austria');
  });

  test('the salutation stands there, with gender and title to choose', () => {
    const address = {
      salutation: 'Guten Tag Kim Weber,',
      locale: 'de',
      gender: 'other' as const,
      genders: [
        { gender: 'female' as const, label: 'Frau' },
        { gender: 'male' as const, label: 'Herr' },
        { gender: 'other' as const, label: '' },
      ],
      title: '',
      titles: ['Dr.'],
    };
    const { one, all, actions, shadow } = mountPanel({ analysis: analysis({ address }) });
    expect(all('.salutation-text')[0]?.textContent).toBe('Guten Tag Kim Weber,');
    expect(one('button', 'not known').getAttribute('aria-pressed')).toBe('true');
    click(one('button', 'female'));
    expect(actions.correct).toHaveBeenCalledWith({ customerGender: 'female' });
    fill(shadow.querySelector<HTMLSelectElement>('.title-choice') as HTMLSelectElement, 'Dr.');
    expect(actions.correct).toHaveBeenCalledWith({ customerTitle: 'Dr.' });
  });

  test('nothing to choose, no line', () => {
    const address = {
      salutation: 'Hej Anna,',
      locale: 'sv',
      gender: 'other' as const,
      genders: [],
      title: '',
      titles: [],
    };
    const { all } = mountPanel({ analysis: analysis({ address }) });
    expect(all('.salutation')).toEqual([]);
  });

  test('a tip says what raised it and can be sent away for good', () => {
    const tip = {
      id: 'ja/tip.order',
      text: 'In Japan the apology is usually expected first.',
      locale: 'en',
      because: [{ kind: 'emotion' as const, id: 'anger' }],
    };
    const { one, button, actions } = mountPanel({ analysis: analysis({ tip }) });
    expect(one('aside', 'Tip').textContent).toContain(tip.text);
    expect(one('aside', 'Tip').textContent).toContain('anger');
    click(button('Don’t show this tip again'));
    expect(actions.dismissTip).toHaveBeenCalledWith('ja/tip.order');
  });

  test('evidence is shown on demand, each of the customer’s words once', () => {
    const twice = evidence('Ihnen', 'formal');
    const { all, shadow } = mountPanel({
      analysis: analysis({ reading: reading({ register: judged('formal', { evidence: [twice, twice] }) }) }),
    });
    const button = all<HTMLButtonElement>('button.fact')[0] as HTMLButtonElement;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(shadow.querySelector('q')).toBeNull();
    click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(all('q').map((quote) => [quote.textContent, quote.lang, quote.dir])).toEqual([['Ihnen', 'de', 'auto']]);
  });

  test('a chip shows the words behind a signal', () => {
    const { button, all } = mountPanel();
    click(button('wrote before'));
    expect(all('q').map((quote) => quote.textContent)).toEqual(['zum dritten Mal']);
    expect(all('.chip').map((chip) => chip.tagName)).toEqual(['BUTTON', 'SPAN']);
  });

  test('Why shows the note and the causes by their names', () => {
    const { all } = mountPanel();
    click(all('li .tools button')[0] as HTMLElement);
    expect(all('.why')[0]?.textContent).toContain('Note of greet.first');
    expect(all('.why')[0]?.textContent).toContain('late · wrote before');
  });

  test('findings are a list named Draft check', () => {
    const { one } = mountPanel({
      analysis: analysis({ findings: [{ start: 0, end: 4, words: 'Echt?', why: 'Too short.', instead: 'Wirklich?' }] }),
    });
    expect(one('ul', 'Draft check').textContent).toContain('Too short.');
    expect(one('ul', 'Draft check').textContent).toContain('Wirklich?');
  });

  test('the result of an action is announced', () => {
    const { shadow, store } = mountPanel();
    const status = shadow.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    act(() => store.setState({ message: 'copiedInstead' }));
    expect(status?.textContent).toContain('clipboard');
  });
});

describe('keyboard', () => {
  test('arrows move between suggestions and wrap, Home and End go to the ends', () => {
    const { suggestions, focused, shadow } = mountPanel();
    focus(suggestions()[0]);
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => {
      expect(press(shadow.activeElement, key).defaultPrevented).toBe(true);
      return focused();
    });
    const [first, second, third] = suggestions().map((button) => button.textContent);
    expect(seen).toEqual([second, third, first, third, first, third]);
  });

  test('one suggestion is in the tab order, with its own Why and Copy', () => {
    const { suggestions, all } = mountPanel();
    focus(suggestions()[1]);
    expect(suggestions().map((button) => button.tabIndex)).toEqual([-1, 0, -1]);
    expect(
      all('.tools').map((tools) => [...tools.querySelectorAll('button')].map((button) => button.tabIndex)),
    ).toEqual([
      [-1, -1],
      [0, 0],
      [-1, -1],
    ]);
  });

  test('from Why the arrows go on to the next suggestion', () => {
    const { suggestions, all, focused } = mountPanel();
    focus(all('.tools button')[0]);
    press(all('.tools button')[0] ?? null, 'ArrowDown');
    expect(focused()).toBe(suggestions()[1]?.textContent);
  });

  test('shortcuts with a modifier and keys of an input method are left alone', () => {
    const { suggestions, shadow, focused, actions } = mountPanel();
    focus(suggestions()[0]);
    press(shadow.activeElement, 'ArrowDown', { ctrlKey: true });
    press(shadow.activeElement, 'ArrowDown', { isComposing: true });
    press(shadow.activeElement, 'Escape', { isComposing: true });
    expect(focused()).toBe(suggestions()[0]?.textContent);
    expect(actions.returnFocus).not.toHaveBeenCalled();
  });

  test('Escape returns to the reply box; in the menu it closes the menu first', () => {
    const { button, shadow, actions } = mountPanel();
    click(button('Panel menu'));
    focus(button('Options'));
    press(shadow.activeElement, 'Escape');
    expect(button('Panel menu').getAttribute('aria-expanded')).toBe('false');
    expect(shadow.activeElement).toBe(button('Panel menu'));
    expect(actions.returnFocus).not.toHaveBeenCalled();
    press(shadow.activeElement, 'Escape');
    expect(actions.returnFocus).toHaveBeenCalledOnce();
  });

  test('a request for focus opens the panel and goes to the current suggestion', () => {
    const { store, suggestions, focused } = mountPanel({ collapsed: true });
    act(() => requestFocus(store));
    expect(focused()).toBe(suggestions()[0]?.textContent);
  });

  test('shrinking and opening by keyboard keep the keyboard in the panel; by mouse they leave it where it is', () => {
    const { button, shadow, one } = mountPanel();
    focus(button('Shrink to a button'));
    click(button('Shrink to a button'));
    expect(shadow.activeElement?.className).toBe('pill');
    click(shadow.activeElement as HTMLElement);
    expect(one('section', 'Attune').contains(shadow.activeElement)).toBe(true);
    act(() => (shadow.activeElement as HTMLElement).blur());
    click(button('Shrink to a button'));
    expect(shadow.activeElement).toBeNull();
  });

  test('when the focused suggestion goes away, the keyboard goes to the current one', () => {
    const { store, suggestions, focused } = mountPanel();
    focus(suggestions()[2]);
    act(() => store.setState({ analysis: analysis({ suggestions: [suggestion('greet.new', 'greet', 'Neu.')] }) }));
    expect(focused()).toBe('Neu.');
  });

  test('but it is not taken from the reply box', () => {
    const { store, suggestions, shadow } = mountPanel();
    focus(suggestions()[2]);
    const reply = document.createElement('textarea');
    document.body.append(reply);
    focus(reply);
    act(() => store.setState({ analysis: analysis({ suggestions: [suggestion('greet.new', 'greet', 'Neu.')] }) }));
    expect(shadow.activeElement).toBeNull();
    expect(document.activeElement).toBe(reply);
  });
});

describe('mouse', () => {
  const mouseDown = (target: Element) => {
    const event = new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true });
    act(() => void target.dispatchEvent(event));
    return event.defaultPrevented;
  };

  test('no button takes the caret from the reply box; fields do', () => {
    const { suggestions, button, all } = mountPanel({ correcting: true });
    expect(mouseDown(suggestions()[0] as Element)).toBe(true);
    expect(mouseDown(button('Panel menu').querySelector('path') as Element)).toBe(true);
    expect(mouseDown(all('select')[0] as Element)).toBe(false);
  });

  test('a click inserts, also a second time; while one is on its way it does not', () => {
    const { suggestions, actions, store, shadow } = mountPanel({ inserted: ['greet.first'] });
    const first = suggestions()[0] as HTMLElement;
    expect(shadow.getElementById(first.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Inserted');
    click(first);
    expect(actions.insert).toHaveBeenLastCalledWith('greet.first');
    act(() => store.setState({ busy: 'greet.first' }));
    click(first);
    expect(actions.insert).toHaveBeenCalledOnce();
  });

  test('without a reply box it says that a click copies, and leaves the last look to the page', () => {
    const { suggestions, actions, shadow } = mountPanel({ editorFound: false, mode: null });
    click(suggestions()[0] as HTMLElement);
    expect(actions.insert).toHaveBeenCalledWith('greet.first');
    expect(shadow.textContent).toContain('No reply box found');
  });

  test('an internal note is announced on every suggestion', () => {
    const { suggestions, shadow } = mountPanel({ mode: 'note' });
    for (const button of suggestions()) {
      expect(shadow.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
        'internal note',
      );
    }
  });
});

describe('more phrases', () => {
  test('phrases on demand appear under their disclosure and can be filtered by gloss, move and text without accents', () => {
    const { button, suggestions, shadow, focused } = mountPanel();
    click(button('More phrases 2'));
    expect(suggestions()).toHaveLength(5);
    const field = shadow.querySelector('input') as HTMLInputElement;
    fill(field, 'FREUNDLICHEN grussen');
    expect(suggestions()).toHaveLength(4);
    focus(field);
    press(field, 'ArrowDown');
    expect(focused()).toBe('Mit freundlichen Grüßen');
    fill(field, 'comfort');
    expect(suggestions().at(-1)?.textContent).toBe('Unser Beileid.');
    fill(field, '[.*');
    expect(shadow.textContent).toContain('No phrase matches.');
  });
});

describe('correction', () => {
  test('each choice counts at once', () => {
    const { all, actions, button } = mountPanel();
    click(button('Correct reading'));
    const [language, register, emotion, strength, gender] = all<HTMLSelectElement>('select');
    fill(language as HTMLSelectElement, 'sl');
    fill(register as HTMLSelectElement, 'informal');
    fill(emotion as HTMLSelectElement, 'worry');
    fill(strength as HTMLSelectElement, '3');
    fill(gender as HTMLSelectElement, 'female');
    expect(actions.correct.mock.calls.map(([correction]) => correction)).toEqual([
      { language: 'sl' },
      { register: 'informal' },
      { emotion: 'worry' },
      { intensity: 3 },
      { customerGender: 'female' },
    ]);
  });

  test('an unknown language is asked for, the likely ones first', () => {
    const unknown = {
      ...judged('unknown'),
      others: [
        { language: 'sl', confidence: 0.5 },
        { language: 'hr', confidence: 0.4 },
      ],
    };
    const { button, actions, store, shadow } = mountPanel({
      analysis: analysis({ locale: null, suggestions: [], reading: reading({ language: unknown }) }),
    });
    click(button('Croatian'));
    expect(actions.correct).toHaveBeenCalledWith({ language: 'hr' });
    expect(shadow.textContent).not.toContain('No suggestion fits');
    click(button('Another language'));
    expect(store.getState().correcting).toBe(true);
  });

  test('corrections can be taken back once there are some', () => {
    const { button, actions, store, shadow } = mountPanel({ correcting: true });
    expect(shadow.textContent).not.toContain('Undo corrections');
    act(() => store.setState({ customerGender: 'male' }));
    click(button('Undo corrections'));
    expect(actions.resetCorrection).toHaveBeenCalledOnce();
  });
});

describe('states', () => {
  test('idle is a pill that reads the page when opened', () => {
    const { shadow, actions } = mountPanel({ status: { kind: 'idle' }, analysis: undefined });
    click(shadow.querySelector('.pill') as HTMLElement);
    expect(actions.retry).toHaveBeenCalledOnce();
  });

  test('the pill says language and feeling to screen readers too', () => {
    const { shadow } = mountPanel({ collapsed: true });
    expect(shadow.querySelector('.unseen')?.textContent).toBe('German, frustration');
    expect(shadow.querySelector('.pill-language')?.textContent).toBe('DE');
  });

  test('a problem is an alert with a way out, and what was there stays usable', () => {
    const { shadow, button, actions, suggestions } = mountPanel({ status: { kind: 'problem', what: 'noAnswer' } });
    expect(shadow.querySelector('[role=alert]')?.textContent).toContain('does not answer');
    click(button('Read again'));
    expect(actions.retry).toHaveBeenCalledOnce();
    expect(suggestions()).toHaveLength(3);
  });

  test('nothing to suggest says why, and shows no stale reading', () => {
    const { shadow, suggestions } = mountPanel({ status: { kind: 'nothing', why: 'noCustomer' } });
    expect(shadow.textContent).toContain('No message from a customer');
    expect(shadow.querySelector('fieldset.reading')).toBeNull();
    expect(suggestions()).toHaveLength(0);
  });

  test('the menu moves, switches off and opens the options', () => {
    const { button, actions } = mountPanel();
    click(button('Panel menu'));
    expect(button('Bottom right').getAttribute('aria-pressed')).toBe('true');
    click(button('Top left'));
    click(button('Options'));
    click(button('Switch off on this site'));
    expect(actions.move).toHaveBeenCalledWith('top-left');
    expect(actions.openOptions).toHaveBeenCalledOnce();
    expect(actions.switchOffSite).toHaveBeenCalledOnce();
  });
});

describe('foreign text', () => {
  const hostile = '<img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>\u202e&lt;b&gt;';

  test('is shown as the text it is, wherever it appears', () => {
    const { shadow, all } = mountPanel({
      analysis: analysis({
        packName: hostile,
        notices: [hostile],
        reading: reading({ emotion: { ...judged('anger', { evidence: [evidence(hostile, hostile)] }), intensity: 3 } }),
        suggestions: [
          suggestion('greet.first', 'greet', hostile, {
            gloss: { text: hostile, locale: 'en', dir: 'ltr' },
            reason: { note: hostile, because: [{ kind: 'concept', id: hostile }], source: hostile },
          }),
        ],
        findings: [{ start: 0, end: 1, words: hostile, why: hostile, instead: hostile }],
      }),
    });
    for (const button of all<HTMLButtonElement>('button[aria-expanded=false]')) click(button);
    expect(shadow.querySelector('img, script, b')).toBeNull();
    expect(shadow.textContent?.split('<img src=x').length).toBeGreaterThan(9);
    expect((globalThis as { pwned?: number }).pwned).toBeUndefined();
  });

  test('a malformed language tag does no harm', () => {
    const { all } = mountPanel({
      analysis: analysis({ reading: reading({ language: { ...judged('not a language!'), others: [] } }) }),
    });
    expect(all('.fact')[0]?.textContent).toContain('not a language!');
  });

  test('very long evidence is cut', () => {
    const { all } = mountPanel({
      analysis: analysis({
        reading: reading({ register: judged('formal', { evidence: [evidence('x'.repeat(9000), 'formal')] }) }),
      }),
    });
    click(all('button.fact')[0] as HTMLElement);
    expect(all('q')[0]?.textContent?.length).toBeLessThan(200);
  });
});

describe('right to left', () => {
  test('an Arabic interface turns the panel, a German suggestion in it stays left to right', () => {
    const { shadow, suggestions } = mountPanel({}, arabic);
    const region = shadow.querySelector('section.attune') as HTMLElement;
    expect([region.lang, region.dir]).toEqual(['ar', 'rtl']);
    expect(suggestions()[0]?.dir).toBe('ltr');
  });

  test('an Arabic suggestion in an English interface is right to left', () => {
    const { shadow, suggestions } = mountPanel({
      analysis: analysis({
        suggestions: [suggestion('greet.first', 'greet', 'تحية طيبة', { locale: 'ar', dir: 'rtl' })],
      }),
    });
    expect((shadow.querySelector('section.attune') as HTMLElement).dir).toBe('ltr');
    expect([suggestions()[0]?.lang, suggestions()[0]?.dir]).toEqual(['ar', 'rtl']);
  });
});
