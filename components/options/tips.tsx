/** The tab “Tips”: what an agent may be told about how wording is usually read here; each can be switched off. */
import { directionOf } from '../../lib/locale.ts';
import { restoreTip, switchOffTip } from '../../lib/pack/edit.ts';
import type { Tip } from '../../lib/pack/schema.ts';
import { useStrings } from '../shared/strings.tsx';
import { useEdit, useView } from './context.tsx';
import { whenLines } from './when-words.ts';

export function Tips() {
  const t = useStrings();
  const { shown } = useView();
  return (
    <>
      <p className="help">{t('options.tipsHelp')}</p>
      {shown.tips.length === 0 && <p className="quiet">{t('options.noTips')}</p>}
      <ul className="rows">
        {shown.tips.map((tip) => (
          <TipRow key={tip.id} tip={tip} />
        ))}
      </ul>
    </>
  );
}

function TipRow({ tip }: { tip: Tip }) {
  const t = useStrings();
  const { tipsOff } = useView();
  const edit = useEdit();
  const off = tipsOff.has(tip.id);
  const locale = tip.text[t('ui.lang')] === undefined ? 'en' : t('ui.lang');
  return (
    <li className="row" data-off={off || undefined}>
      <div className="row-line">
        <span lang={locale} dir={directionOf(locale)}>
          {tip.text[locale]}
        </span>
        <button
          type="button"
          className="plain"
          aria-label={`${off ? t('options.useAgain') : t('options.switchOff')}: ${tip.text[locale]}`}
          onClick={() => edit((layer) => (off ? restoreTip(layer, tip) : switchOffTip(layer, tip)))}
        >
          {off ? t('options.useAgain') : t('options.switchOff')}
        </button>
      </div>
      <ul className="chips" aria-label={t('options.whenTitle')}>
        {whenLines(t, tip.when).map((line) => (
          <li key={line} className="chip small">
            {line}
          </li>
        ))}
      </ul>
    </li>
  );
}
