/**
 * A random id. The browser's own `randomUUID` is not there on plain-http addresses, which is how an office's own network
 * often looks.
 */
export function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
