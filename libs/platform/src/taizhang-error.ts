/** Facts that help to act on an error; never a secret, never personal data. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * An error with a stable code and one sentence in Chinese that tells a person what to do.
 * @see code `AREA.REASON`, such as `DATA.LOCKED`; clients may rely on it.
 */
export class TaizhangError extends Error {
  override readonly name = 'TaizhangError';

  /**
   * @param code stable, `AREA.REASON`
   * @param message one zh-CN sentence
   * @param details facts for the log and for clients
   * @param cause the error underneath, for the log only
   */
  constructor(
    readonly code: string,
    message: string,
    readonly details?: ErrorDetails,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
