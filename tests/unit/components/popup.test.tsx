// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { Popup, type SiteState } from '../../../components/popup/popup.tsx';
import { arabic, click, english, lookup, mount, unmountAll } from './mount.tsx';

afterEach(unmountAll);

function mountPopup(state: SiteState, t = english) {
  const actions = { turnOn: vi.fn(), turnOff: vi.fn(), openOptions: vi.fn() };
  const shadow = mount(<Popup site="support.example.com" state={state} deskName="Zammad" actions={actions} t={t} />);
  return { actions, shadow, ...lookup(shadow) };
}

test('off: one switch turns the site on and says what that means', () => {
  const { shadow, actions } = mountPopup('off');
  const toggle = shadow.querySelector('[role=switch]') as HTMLElement;
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  expect(shadow.getElementById(toggle.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'nothing leaves it',
  );
  click(toggle);
  expect(actions.turnOn).toHaveBeenCalledOnce();
  expect(actions.turnOff).not.toHaveBeenCalled();
});

test('on: the same switch turns it off', () => {
  const { shadow, actions } = mountPopup('on');
  click(shadow.querySelector('[role=switch][aria-checked=true]') as HTMLElement);
  expect(actions.turnOff).toHaveBeenCalledOnce();
});

test('an unknown desk can be turned on all the same', () => {
  const { shadow, actions } = mountPopup('desk-unknown');
  click(shadow.querySelector('[role=switch]') as HTMLElement);
  expect(actions.turnOn).toHaveBeenCalledOnce();
});

test('where it is not possible there is no switch, only the reason and the options', () => {
  const { shadow, button, actions } = mountPopup('not-possible');
  expect(shadow.querySelector('[role=switch]')).toBeNull();
  click(button('Options'));
  expect(actions.openOptions).toHaveBeenCalledOnce();
});

test('turns with an Arabic interface', () => {
  const { shadow } = mountPopup('on', arabic);
  expect((shadow.querySelector('main') as HTMLElement).dir).toBe('rtl');
});
