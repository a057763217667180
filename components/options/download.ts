/** Hands text to the browser as a file to save. Nothing is sent anywhere. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // At once would be too soon for some browsers to have read it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const packText = (pack: unknown): string => `${JSON.stringify(pack, null, 2)}\n`;
