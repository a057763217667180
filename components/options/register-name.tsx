import { isChatKey, type TextKey } from '../../lib/pack/schema.ts';
import { nameOf, useStrings } from '../shared/strings.tsx';

export function registerOf(key: TextKey): 'any' | 'formal' | 'informal' {
  return key.startsWith('any') ? 'any' : key.startsWith('formal') ? 'formal' : 'informal';
}

/** Whom a text is for: a register or everyone, in chat or everywhere. */
export function RegisterName({ of }: { of: TextKey }) {
  const t = useStrings();
  const register = registerOf(of);
  return (
    <span className="register">
      {register === 'any' ? t('options.anyRegister') : nameOf(t, 'register', register)}
      {isChatKey(of) && ` · ${t('options.channel_chat')}`}
    </span>
  );
}
