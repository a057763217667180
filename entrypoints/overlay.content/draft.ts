/** Follows the agent's draft for the draft check. Looks at wording only: no keystroke is timed, counted or kept. */
import type { findEditor } from '../../lib/desk/editor.ts';
import type { Finding } from '../../lib/draft/types.ts';
import { sendMessage } from '../../lib/messaging.ts';

type FoundEditor = ReturnType<typeof findEditor>;

interface DraftWatch {
  editor(): FoundEditor;
  /** The pack whose avoid-list counts; null: no check. */
  locale(): string | null;
  onFindings(findings: Finding[]): void;
  /** The draft as it stands at every look; null: there is no reply box. */
  onDraft(draft: string | null): void;
  /** The reply box appeared, went or changed between reply and note. */
  onEditor(found: FoundEditor): void;
  signal: AbortSignal;
}

/** Editors change their content in their own ways and frames; a look at the text now and then sees all of them. */
const lookEvery = 1_000;

export function watchDraft({ editor, locale, onFindings, onDraft, onEditor, signal }: DraftWatch): void {
  let last = '';
  let asked = 0;
  const look = async () => {
    if (document.hidden) return;
    const found = editor();
    onEditor(found);
    const speaks = locale();
    const draft = found ? draftOf(found.element) : '';
    // At every look: what was inserted and undone between two looks left no trace in the draft.
    onDraft(found ? draft : null);
    const state = `${speaks}\n${draft}`;
    if (state === last) return;
    last = state;
    const question = ++asked;
    if (!speaks || !draft.trim()) return onFindings([]);
    const findings = await sendMessage('checkDraft', { draft: draft.slice(0, 20_000), locale: speaks }).catch(() => []);
    if (question === asked && !signal.aborted) onFindings(findings);
  };
  const timer = setInterval(look, lookEvery);
  look();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** What the agent wrote: quotes of the customer's mail in the box are not their words. */
function draftOf(element: HTMLElement): string {
  // Not instanceof: a field in a frame is another document's HTMLTextAreaElement.
  if ('value' in element && typeof element.value === 'string') return withoutQuotedLines(element.value);
  const lines: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) lines.push(node.nodeValue ?? '');
    if (node.nodeType !== 1) return;
    const name = node.nodeName;
    if (name === 'BLOCKQUOTE') return;
    for (const child of node.childNodes) walk(child);
    if (name === 'BR' || name === 'P' || name === 'DIV' || name === 'LI') lines.push('\n');
  };
  walk(element);
  return lines.join('');
}

const withoutQuotedLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
