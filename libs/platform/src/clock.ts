/** Where every part of the product asks for the time. Never `new Date()`, never SQL `now()`. */
export interface Clock {
  /** The present moment, millisecond precision. Two calls never go backwards in production. */
  now(): Date;
}

/** A clock that stands still until it is told: for tests, the demonstration and simulation. */
export class ControlledClock implements Clock {
  private current: number;

  /** @param start the first moment, a Date or an ISO 8601 string with its zone */
  constructor(start: Date | string) {
    this.current = toMilliseconds(start);
  }

  now(): Date {
    return new Date(this.current);
  }

  /** Moves to a moment; backwards is allowed, so that tests can show what a wrong clock does. */
  set(moment: Date | string): void {
    this.current = toMilliseconds(moment);
  }

  /** Moves forward (or back, if negative) by milliseconds. */
  advance(milliseconds: number): void {
    this.current += milliseconds;
  }
}

function toMilliseconds(moment: Date | string): number {
  const milliseconds = new Date(moment).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError('ControlledClock: not a moment');
  return milliseconds;
}
