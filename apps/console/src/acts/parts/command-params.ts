interface CommandParams {
  readonly path: { readonly id: string };
  readonly header: { readonly 'Idempotency-Key': string };
}

/** What every command of a task is addressed with. */
export function commandParams(id: string, key: string): CommandParams {
  return { path: { id }, header: { 'Idempotency-Key': key } };
}
