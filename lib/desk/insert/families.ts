/**
 * Editor families, as data: how to know one from its DOM, and which way in it accepts. Told from the element and never
 * from the site, because one helpdesk may hold two editors. Orders and payloads were measured in November 2026, not read
 * off documentation; a wrong way in is worse than none (in Slate and Draft.js `execCommand` shows text never sent).
 */

/**
 * A way in. `paste` hands a synthetic paste event to the editor; `insertText`, `insertHTML` and `insertLines` (line by
 * line) use the browser's own editing commands; `setRangeText` writes to a field's value and costs its undo history.
 */
export type Strategy = 'paste' | 'insertText' | 'insertHTML' | 'insertLines' | 'setRangeText';

export interface PasteHtml {
  /** What keeps a pasted `<p>` off the text before it and behind it on the same line. */
  before: string;
  after: string;
  /** The editor takes the plain text instead when no element has an attribute, so every `<p>` gets a direction. */
  needsAttribute?: true;
}

export interface Family {
  name: string;
  /** Matches the editable element or one of its ancestors. */
  marker: string;
  order: readonly Strategy[];
  /** Where Firefox needs another order. */
  geckoOrder?: readonly Strategy[];
  /** Where a paste may carry HTML too: how. Slate and Rooster go wrong when they are offered it. */
  html?: PasteHtml;
  /**
   * Move the selection away and back before an editing command: it closes Chromium's typing group, so that one undo
   * takes back the phrase and not the words typed before it. Only for editors without a model of their own.
   */
  nudge?: true;
}

/** The first and the last `<p>` join the line they meet, and empty ones leave nothing behind. */
const joinsLine: PasteHtml = { before: '<p></p>', after: '<p></p>' };
/** A `<p>` is always a block of its own. */
const splitsLine: PasteHtml = { before: '', after: '' };

const field: readonly Strategy[] = ['insertText', 'setRangeText'];

/** First match wins. */
export const families: readonly Family[] = [
  { name: 'field', marker: 'textarea, input', order: field, nudge: true },
  { name: 'ckeditor5', marker: '.ck-editor__editable', order: ['paste'], html: joinsLine },
  {
    name: 'ckeditor4',
    marker: '.cke_editable',
    order: ['paste', 'insertHTML'],
    html: { before: '<br>', after: '<p></p>' },
  },
  {
    name: 'tinymce',
    marker: '.mce-content-body',
    order: ['paste', 'insertHTML'],
    html: { ...splitsLine, needsAttribute: true },
  },
  { name: 'prosemirror', marker: '.ProseMirror', order: ['paste', 'insertHTML'], html: joinsLine },
  { name: 'lexical', marker: '[data-lexical-editor="true"]', order: ['paste'] },
  { name: 'slate', marker: '[data-slate-editor="true"]', order: ['paste'] },
  { name: 'draft-js', marker: '.public-DraftEditor-content', order: ['paste'] },
  // Quill 1 keeps its clipboard catcher beside the editor; it ignores a synthetic paste.
  {
    name: 'quill1',
    marker: ':has(> .ql-clipboard) > .ql-editor',
    order: ['insertText'],
    geckoOrder: ['insertLines'],
  },
  {
    name: 'quill2',
    marker: '.ql-editor',
    order: ['insertText', 'paste'],
    geckoOrder: ['paste', 'insertLines'],
  },
  { name: 'trix', marker: 'trix-editor', order: ['paste'] },
  { name: 'froala', marker: '.fr-element', order: ['insertHTML', 'paste'], html: splitsLine },
  { name: 'jodit', marker: '.jodit-wysiwyg', order: ['insertHTML'] },
  {
    name: 'summernote',
    marker: '.note-editable',
    order: ['insertHTML', 'insertText'],
  },
  {
    name: 'redactor',
    marker: '.redactor-in, .redactor-editor',
    order: ['paste', 'insertHTML'],
    html: splitsLine,
  },
  {
    name: 'rooster',
    marker: '[data-testid="rooster-editor-focus-trap-zone"] [contenteditable]',
    order: ['paste'],
  },
  {
    name: 'plaintext-only',
    marker: '[contenteditable="plaintext-only"]',
    order: ['paste', 'insertText'],
    nudge: true,
  },
];

/**
 * An editor nobody has described. Paste first, because such editors usually have a model and a plain element ignores
 * the event harmlessly; the browser's own commands only when nothing happened.
 */
export const unknownFamily: Family = {
  name: 'unknown',
  marker: '*',
  order: ['paste', 'insertHTML', 'insertText'],
  nudge: true,
};

/** The family of an editable element. */
export function familyOf(element: Element): Family {
  return families.find((family) => element.closest(family.marker)) ?? unknownFamily;
}
