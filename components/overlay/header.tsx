import { type KeyboardEvent, useId, useRef } from 'react';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { type StringKey, useStrings } from '../shared/strings.tsx';
import { useActions, usePanel } from './context.tsx';
import type { Place } from './store.ts';

const placeNames: [Place, StringKey][] = [
  ['top-left', 'panel.topLeft'],
  ['top-right', 'panel.topRight'],
  ['bottom-left', 'panel.bottomLeft'],
  ['bottom-right', 'panel.bottomRight'],
];

export function Header({ onShrink }: { onShrink: () => void }) {
  const t = useStrings();
  const packName = usePanel((state) => state.analysis?.packName);
  const menu = useDisclosure();
  const menuButton = useRef<HTMLButtonElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.setOpen(false);
    menuButton.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for what bubbles from the menu's buttons
    <div className="header" onKeyDown={onKeyDown}>
      <div className="bar">
        <strong className="brand">{t('panel.name')}</strong>
        <span className="pack">
          <bdi>{packName}</bdi>
        </span>
        <button {...menu.button} ref={menuButton} className="tool" aria-label={t('panel.menu')} title={t('panel.menu')}>
          <Icon name="more" />
        </button>
        <button
          type="button"
          className="tool"
          aria-label={t('panel.shrink')}
          title={t('panel.shrink')}
          onClick={onShrink}
        >
          <Icon name="shrink" />
        </button>
      </div>
      <div {...menu.content} className="menu">
        <Menu />
      </div>
    </div>
  );
}

function Menu() {
  const t = useStrings();
  const actions = useActions();
  const place = usePanel((state) => state.place);
  const label = useId();
  return (
    <>
      <fieldset className="places" aria-labelledby={label}>
        <span id={label} className="label">
          {t('panel.place')}
        </span>
        {/* Left stays left in every language: the buttons lie as the corners do. */}
        <div className="corners" dir="ltr">
          {placeNames.map(([value, key]) => (
            <button
              key={value}
              type="button"
              className="plain"
              dir={t('ui.dir')}
              aria-pressed={value === place}
              onClick={() => actions.move(value)}
            >
              {t(key)}
            </button>
          ))}
        </div>
      </fieldset>
      <button type="button" className="plain" onClick={actions.openOptions}>
        {t('panel.options')}
      </button>
      <button type="button" className="plain" onClick={actions.switchOffSite}>
        {t('panel.switchOff')}
      </button>
    </>
  );
}
