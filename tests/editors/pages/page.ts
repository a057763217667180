/** What every editor page offers to the spec: the draft as the editor's own model has it, not as the screen shows it. */
export interface EditorPage {
  /** Paragraphs; a soft break inside one is `\n`. Fields and plain elements: lines. */
  model(): string[];
  readOnly(): void;
}

declare global {
  interface Window {
    editorPage: EditorPage;
  }
}
