/** The nonce under which this page may add styles; it came with the page and is the server's. */
export function contentNonce(): string {
  const script = document.querySelector<HTMLScriptElement>('script[nonce]');
  return script?.nonce ?? '';
}

/**
 * Lends the nonce to every style element that a script of this page makes. Ant Design's parts measure scroll bars and hold
 * the page behind a sheet with styles of their own, without asking for a nonce; the policy would refuse them.
 */
export function lendNonceToStyles(): void {
  const nonce = contentNonce();
  const create: unknown = Reflect.get(document, 'createElement');
  if (typeof create !== 'function') return;
  const lending = new Proxy(create, {
    apply(target, _self, parameters) {
      const made: unknown = Reflect.apply(target, document, parameters);
      if (made instanceof HTMLStyleElement) made.nonce = nonce;
      return made;
    },
  });
  Reflect.set(document, 'createElement', lending);
}
