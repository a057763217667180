/** What the specs of this folder run in a page, in a world of its own as the content script has. */
import { findEditor } from '../../lib/desk/editor.ts';
import { desks } from '../../lib/desk/index.ts';
import { findDesk } from '../../lib/desk/match.ts';
import { readThread } from '../../lib/desk/read.ts';
import { type ThreadChange, watchThread } from '../../lib/desk/watch.ts';

const changes: ThreadChange[] = [];

Object.assign(globalThis, {
  attuneDesk: {
    read() {
      const desk = findDesk(desks, document, new URL(location.href));
      return desk ? readThread(desk, document, location.href) : { nothing: 'no desk' };
    },
    editor() {
      const desk = findDesk(desks, document, new URL(location.href));
      const found = desk ? findEditor(desk, document) : null;
      return found && { tag: found.element.tagName, id: found.element.id, mode: found.mode, rect: found.rect() };
    },
    watch() {
      watchThread(desks, document, (change) => changes.push(change), new AbortController().signal);
    },
    changes: () => changes.map((change) => change.result),
  },
});
