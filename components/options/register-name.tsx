import type { Phrase } from '../../lib/pack/resolve.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';

export function RegisterName({ register }: { register: keyof Phrase['text'] }) {
  const t = useStrings();
  return (
    <span className="register">{register === 'any' ? t('options.anyRegister') : nameOf(t, 'register', register)}</span>
  );
}
