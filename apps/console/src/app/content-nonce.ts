/** The nonce under which this page may add styles; it came with the page and is the server's. */
export function contentNonce(): string {
  const script = document.querySelector<HTMLScriptElement>('script[nonce]');
  return script?.nonce ?? '';
}
