import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type Corner, placePanel } from '../../../entrypoints/overlay.content/placement.ts';

const view = { width: 1280, height: 800 };
const panel = { width: 340, height: 640 };

test('with nothing in the way it stands where the agent wants it', () => {
  for (const corner of ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const) {
    expect(placePanel(corner, panel, [], view).corner).toBe(corner);
  }
});

test('a reply box on its side sends it to the other', () => {
  const box = { left: 640, top: 420, width: 640, height: 380 };
  expect(placePanel('bottom-right', panel, [box], view).corner).toMatch(/left$/);
});

test('a box that has scrolled away is in nobody’s way', () => {
  const gone = { left: 900, top: -600, width: 300, height: 200 };
  expect(placePanel('bottom-right', panel, [gone], view)).toEqual({ corner: 'bottom-right', maxHeight: 776 });
  const below = { left: 900, top: 900, width: 300, height: 200 };
  expect(placePanel('bottom-right', panel, [below], view).corner).toBe('bottom-right');
});

test('without room for more than a slit there is none for the panel', () => {
  const everywhere = { left: 0, top: 60, width: 1280, height: 700 };
  expect(placePanel('top-right', panel, [everywhere], view).maxHeight).toBe(0);
});

test('wherever it stands, at the height it is given, it covers nothing that must stay free', () => {
  const box = fc.record({
    left: fc.integer({ min: -300, max: 1500 }),
    top: fc.integer({ min: -500, max: 1200 }),
    width: fc.integer({ min: 0, max: 1400 }),
    height: fc.integer({ min: 0, max: 900 }),
  });
  const corner = fc.constantFrom<Corner>('top-left', 'top-right', 'bottom-left', 'bottom-right');
  fc.assert(
    fc.property(fc.array(box, { maxLength: 4 }), corner, (keepFree, wished) => {
      const placed = placePanel(wished, panel, keepFree, view);
      const own = boxOf(placed.corner, placed.maxHeight);
      for (const free of keepFree) expect(overlap(own, free)).toBe(0);
    }),
  );
});

function boxOf(corner: Corner, height: number): Box {
  const left = corner.endsWith('left') ? 12 : view.width - 12 - panel.width;
  return { left, top: corner.startsWith('top') ? 12 : view.height - 12 - height, width: panel.width, height };
}

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const high = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, wide) * Math.max(0, high);
}
