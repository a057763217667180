import { useStrings } from '../shared/strings.tsx';
import { usePanel } from './context.tsx';

/**
 * The result of the last action, else the keys. The line is always there: a change inside it is announced, and its
 * coming and going would move the suggestions under the pointer.
 */
export function StatusLine() {
  const t = useStrings();
  const message = usePanel((state) => state.message);
  const editorFound = usePanel((state) => state.editorFound);
  const choices = usePanel((state) => (state.analysis?.suggestions.length ?? 0) > 0 && state.status.kind !== 'nothing');
  return (
    <div
      className="status-line"
      data-used={message !== undefined || choices || undefined}
      data-failed={message === 'failed' || undefined}
    >
      <div role="status">{message && t(`message.${message}`)}</div>
      {!message && choices && <div className="keys">{editorFound ? t('panel.keys') : t('panel.keysCopy')}</div>}
    </div>
  );
}
