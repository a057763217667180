import { h } from '../dom.ts';
import type { ReplyEditor } from './editor.ts';

export function mount(host: HTMLElement): ReplyEditor {
  const field = h('textarea', {
    name: 'reply',
    rows: '7',
    dir: 'auto',
    'aria-label': 'Reply',
    placeholder: 'Write a reply',
  });
  host.append(field);
  return {
    text: () => field.value,
    html: () => '',
    clear: () => {
      field.value = '';
    },
    destroy: () => field.remove(),
  };
}
