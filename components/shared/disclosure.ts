import { useId, useState } from 'react';

/**
 * A button that shows and hides something. Not <details>: its summary is no button to some screen readers, and a page's
 * “toggle” listeners would hear of it.
 */
export function useDisclosure(initial = false) {
  const [open, setOpen] = useState(initial);
  const id = useId();
  return {
    open,
    setOpen,
    button: { type: 'button', 'aria-expanded': open, 'aria-controls': id, onClick: () => setOpen(!open) } as const,
    content: { id, hidden: !open },
  };
}
