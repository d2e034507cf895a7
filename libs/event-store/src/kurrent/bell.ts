/** Wakes one who waits; a ring while nobody waits is heard by the next. */
export class Bell {
  private rung = false;
  private wake: (() => void) | null = null;

  /** @param signal aborted, it ends every wait */
  constructor(private readonly signal: AbortSignal) {}

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves at the next ring, when the signal is aborted, or after so many milliseconds. @returns whether it rang */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.rung && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = (): void => {
          clearTimeout(timer);
          resolve();
        };
        this.signal.addEventListener('abort', this.wake, { once: true });
      });
      if (this.wake) this.signal.removeEventListener('abort', this.wake);
      this.wake = null;
    }
    const { rung } = this;
    this.rung = false;
    return rung;
  }
}
