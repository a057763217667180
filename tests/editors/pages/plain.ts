import type {} from './page.ts';

/** Editable elements and fields without a model: what the browser holds is what will be sent. */
const kind = new URLSearchParams(location.search).get('kind') ?? 'textarea';

function editable(document: Document, mode: string): HTMLElement {
  const element = document.createElement('div');
  element.id = 'editor';
  element.setAttribute('contenteditable', mode);
  element.style.minHeight = '6em';
  return element;
}

async function build(): Promise<HTMLElement> {
  if (kind === 'textarea' || kind === 'input') {
    const field = document.createElement(kind);
    field.id = 'editor';
    document.body.append(field);
    return field;
  }
  if (kind === 'shadow') {
    const host = document.createElement('div');
    const element = editable(document, 'true');
    host.attachShadow({ mode: 'open' }).append(element);
    document.body.append(host);
    return element;
  }
  if (kind === 'iframe') {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentDocument;
    if (!inside) throw new Error('The frame has no document.');
    const element = editable(inside, 'true');
    inside.body.append(element);
    return element;
  }
  const element = editable(document, kind === 'plaintext-only' ? kind : 'true');
  if (kind === 'pre-wrap') element.style.whiteSpace = 'pre-wrap';
  document.body.append(element);
  return element;
}

const element = await build();

window.editorPage = {
  model: () => {
    const text = 'value' in element ? String(element.value) : element.innerText;
    return text.replace(/\u00A0/g, ' ').split('\n');
  },
  readOnly: () => {
    if ('readOnly' in element) element.readOnly = true;
    else element.setAttribute('contenteditable', 'false');
  },
};
