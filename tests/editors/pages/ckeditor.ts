/// <reference types="vite/client" />
import { ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import type {} from './page.ts';

const source = document.createElement('div');
document.body.append(source);

const editor = await ClassicEditor.create(source, { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });

window.editorPage = {
  model: () => {
    const root = editor.model.document.getRoot();
    if (!root) return [];
    return [...root.getChildren()].map((block) => {
      if (!block.is('element')) return '';
      return [...block.getChildren()]
        .map((child) => (child.is('$text') ? child.data : child.is('element', 'softBreak') ? '\n' : ''))
        .join('');
    });
  },
  readOnly: () => editor.enableReadOnlyMode('test'),
};
