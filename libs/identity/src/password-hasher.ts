import { hash, verify } from '@node-rs/argon2';
import { identityError } from './identity-error';
import { IDENTITY_LIMITS } from './identity-limits';

/** Turns passwords into what may be stored. Specs inject a cheap one. */
export interface PasswordHasher {
  /** A salted hash that names its own parameters (PHC string). */
  hash(password: string): Promise<string>;
  /** True when the hash was made of this password; takes as long for a wrong one as for the right one. */
  verify(passwordHash: string, password: string): Promise<boolean>;
}

/** What one argon2id hash costs. */
export interface Argon2Cost {
  /** Memory in KiB. */
  readonly memoryCost: number;
  /** Passes over the memory. */
  readonly timeCost: number;
  /** Lanes. */
  readonly parallelism: number;
}

/**
 * The first choice of the OWASP Password Storage Cheat Sheet ("Argon2id with a minimum configuration of 19 MiB of memory,
 * an iteration count of 2, and 1 degree of parallelism").
 */
export const OWASP_ARGON2_COST: Argon2Cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/**
 * Argon2id (RFC 9106; the library's default variety). Only a few hashes are worked on at once and only so many may wait,
 * so that a flood of sign-ins takes neither the memory nor all threads that files and name look-ups need.
 */
export class Argon2PasswordHasher implements PasswordHasher {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly cost: Argon2Cost = OWASP_ARGON2_COST,
    private readonly limits: { readonly atOnce: number; readonly waiting: number } = {
      atOnce: IDENTITY_LIMITS.hashesAtOnce,
      waiting: IDENTITY_LIMITS.hashesWaiting,
    },
  ) {}

  /** @throws IDENTITY.BUSY when too many wait */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, this.cost));
  }

  /** @throws IDENTITY.BUSY when too many wait */
  async verify(passwordHash: string, password: string): Promise<boolean> {
    return this.inTurn(() => verify(passwordHash, password));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.working < this.limits.atOnce) {
      this.working += 1;
      return;
    }
    if (this.waiting.length >= this.limits.waiting) throw identityError('IDENTITY.BUSY');
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place on to the next in line, or gives it up. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.working -= 1;
    else next();
  }
}
