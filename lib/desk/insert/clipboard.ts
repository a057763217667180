/** The way out when an editor does not take a phrase: the agent pastes it. */

/**
 * Copies plain text; false if the browser would not. Call it in the agent's click or key press. Pages served without
 * TLS have no `navigator.clipboard`, and a helpdesk in a company's own network is often such a page.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  if (typeof document.execCommand !== 'function') return false;
  let copied = false;
  // First in line and last to hear of it, so that the page neither sees nor changes what is copied.
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
    copied = true;
  };
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy') && copied;
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
}
