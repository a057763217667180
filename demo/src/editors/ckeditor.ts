/// <reference types="vite/client" />
import { Bold, ClassicEditor, Essentials, Italic, Link, List, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { h } from '../dom.ts';
import type { ReplyEditor } from './editor.ts';

export async function mount(host: HTMLElement): Promise<ReplyEditor> {
  const source = h('div');
  host.append(source);
  const editor = await ClassicEditor.create(source, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Italic, Link, List],
    toolbar: ['bold', 'italic', 'link', '|', 'bulletedList', 'numberedList', '|', 'undo', 'redo'],
    placeholder: 'Write a reply',
    label: 'Reply',
  });
  return {
    text: () => {
      const root = editor.model.document.getRoot();
      if (!root) return '';
      const blocks = [...root.getChildren()].map((block) => {
        if (!block.is('element')) return '';
        const parts = [...block.getChildren()];
        return parts
          .map((part) => (part.is('$text') ? part.data : part.is('element', 'softBreak') ? '\n' : ''))
          .join('');
      });
      return blocks.join('\n\n');
    },
    html: () => editor.getData(),
    clear: () => editor.setData(''),
    destroy: () => void editor.destroy(),
  };
}
