/** The reply boxes on offer: a plain field and two editors that helpdesks really use. */
export const editorNames = ['textarea', 'ckeditor', 'tiptap'] as const;
export type EditorName = (typeof editorNames)[number];

export const editorLabels: Record<EditorName, string> = {
  textarea: 'Plain text',
  ckeditor: 'CKEditor 5',
  tiptap: 'Tiptap',
};

export interface ReplyEditor {
  /** The draft from the editor's own model, never from the screen. Paragraphs as blank lines. */
  text(): string;
  html(): string;
  clear(): void;
  destroy(): void;
}

/** Loads an editor's library and puts it into `host`. */
export async function mountEditor(name: EditorName, host: HTMLElement): Promise<ReplyEditor> {
  if (name === 'ckeditor') return (await import('./ckeditor.ts')).mount(host);
  if (name === 'tiptap') return (await import('./tiptap.ts')).mount(host);
  return (await import('./textarea.ts')).mount(host);
}
