/** Where the panel may stand: never over the reply box or what sends. Pure, in window pixels. */

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

export interface Placement {
  corner: Corner;
  /** The height the panel may take there; 0 where no corner has room for more than the pill. */
  maxHeight: number;
}

/** Shows a reading and some suggestions without scrolling. */
const comfortable = 420;

/** Less is no panel but a slit; then the pill stands there instead. */
const leastHeight = 160;

/**
 * The wished corner if the panel has room there, else the corner with the most. `margin` is kept to the window's edge
 * and to what must stay free.
 */
export function placePanel(
  wished: Corner,
  panel: { width: number; height: number },
  keepFree: readonly Box[],
  view: { width: number; height: number },
  margin = 12,
): Placement {
  const room = (corner: Corner): number => {
    const left = corner.endsWith('left') ? margin : view.width - margin - panel.width;
    const beside = keepFree.filter(
      (box) => box.left < left + panel.width && left < box.left + box.width && box.width > 0 && box.height > 0,
    );
    const tall = corner.startsWith('top')
      ? Math.min(view.height, ...beside.map((box) => (box.top + box.height <= 0 ? view.height : box.top)))
      : view.height - Math.max(0, ...beside.map((box) => (box.top >= view.height ? 0 : box.top + box.height)));
    return Math.max(0, Math.min(tall, view.height) - 2 * margin);
  };
  // Not the height of the moment: a panel that fills up must not jump to another corner under the agent's pointer.
  const enough = Math.min(panel.height, comfortable, view.height * 0.6);
  const ordered = [wished, ...corners.filter((corner) => corner !== wished)];
  const fitting = ordered.find((corner) => room(corner) >= enough);
  const best = fitting ?? ordered.reduce((a, b) => (room(b) > room(a) ? b : a));
  const maxHeight = room(best);
  return { corner: best, maxHeight: maxHeight >= leastHeight ? maxHeight : 0 };
}
