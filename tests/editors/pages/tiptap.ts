import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type {} from './page.ts';

const element = document.createElement('div');
document.body.append(element);

const editor = new Editor({ element, extensions: [StarterKit], content: '' });

window.editorPage = {
  model: () => {
    const paragraphs: string[] = [];
    editor.state.doc.forEach((node) => {
      paragraphs.push(node.textBetween(0, node.content.size, '\n', '\n'));
    });
    return paragraphs;
  },
  readOnly: () => editor.setEditable(false),
};
