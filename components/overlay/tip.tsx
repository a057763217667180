import { directionOf } from '../../lib/locale.ts';
import { Icon } from '../shared/icons.tsx';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { useActions, usePanel } from './context.tsx';

/** How wording is usually read where the customer is: one line with what raised it, and a way to be rid of it for good. */
export function Tip() {
  const t = useStrings();
  const actions = useActions();
  const tip = usePanel((state) => state.analysis?.tip);
  if (!tip) return null;
  return (
    <aside className="tip" aria-label={t('tip.title')}>
      <p lang={tip.locale} dir={directionOf(tip.locale)}>
        {tip.text}
      </p>
      <button
        type="button"
        className="tool"
        aria-label={t('tip.dismiss')}
        title={t('tip.dismiss')}
        onClick={() => actions.dismissTip(tip.id)}
      >
        <Icon name="close" />
      </button>
      <p className="tip-because">
        {t('suggestions.because')}: {tip.because.map(({ kind, id }) => nameOf(t, kind, id)).join(' · ')}
      </p>
    </aside>
  );
}
