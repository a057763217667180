import { useStrings } from '../shared/strings.tsx';
import type { Origin } from './pack-view.ts';

/** Whose wording it is, where that is not simply the built-in pack's. */
export function OriginMark({ origin, locale }: { origin: Origin; locale: string }) {
  const t = useStrings();
  if (origin.kind === 'built-in' && origin.locale === locale) return null;
  const text =
    origin.locale !== locale
      ? t('options.inherited', origin.locale)
      : t(origin.kind === 'own' ? 'options.layer.own' : 'options.layer.team');
  return (
    <span className="badge" data-layer={origin.kind}>
      {text}
    </span>
  );
}
