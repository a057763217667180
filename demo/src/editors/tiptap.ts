import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { h } from '../dom.ts';
import type { ReplyEditor } from './editor.ts';

type Command = { label: string; title: string; run(editor: Editor): void };
const commands: Command[] = [
  { label: 'B', title: 'Bold', run: (editor) => editor.chain().focus().toggleBold().run() },
  { label: 'I', title: 'Italic', run: (editor) => editor.chain().focus().toggleItalic().run() },
  { label: '•', title: 'Bulleted list', run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { label: '↶', title: 'Undo', run: (editor) => editor.chain().focus().undo().run() },
  { label: '↷', title: 'Redo', run: (editor) => editor.chain().focus().redo().run() },
];

export function mount(host: HTMLElement): ReplyEditor {
  const toolbar = h('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Formatting' });
  const element = h('div', { class: 'tiptap-host' });
  host.append(toolbar, element);
  const editor = new Editor({
    element,
    extensions: [StarterKit],
    editorProps: { attributes: { 'aria-label': 'Reply', role: 'textbox', 'aria-multiline': 'true' } },
  });
  for (const command of commands) {
    const button = h('button', { type: 'button', title: command.title, 'aria-label': command.title }, command.label);
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => command.run(editor));
    toolbar.append(button);
  }
  return {
    text: () => editor.getText({ blockSeparator: '\n\n' }),
    html: () => editor.getHTML(),
    clear: () => editor.commands.clearContent(true),
    destroy: () => editor.destroy(),
  };
}
