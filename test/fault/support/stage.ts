import { eventually } from '#testing';
import { type ProductDatabase } from './product-database';

/** How long the product may take to stand again after a fault, in milliseconds. */
const RECOVERY = 60_000;

/** The running product, in one of the ways in which it runs, and what may befall it there. */
export interface Stage {
  /** Where the first administrator's password was left. */
  readonly dataFolder: string;
  readonly faults: readonly Fault[];
  /** The address of a product that says it is well. */
  serving(): Promise<string>;
  /** Asks whoever answers people to end. @returns its exit code */
  stop(): Promise<number | null>;
  /** Starts that again. */
  start(): Promise<void>;
  /** Looks into the database while the product runs. */
  withDatabase<T>(work: (database: ProductDatabase) => Promise<T>): Promise<T>;
  /** Ends everything that was started here, and removes it. */
  close(): Promise<void>;
}

/** A fault: what it does while the load runs. `moment` lets the load run on for a little. */
export interface Fault {
  readonly name: string;
  readonly strike: (moment: () => Promise<void>) => Promise<void>;
  /** True when commands are refused during the fault, so that the load has to stop. */
  readonly stopsLoad: boolean;
}

/** Waits until a process says that it is well. */
export async function isWell(address: string): Promise<void> {
  const look = async (): Promise<void> => {
    const response = await fetch(`${address}/health/ready`);
    // Read, or its connection stays open.
    const findings = await response.text();
    expect({ status: response.status, findings }).toMatchObject({ status: 200 });
  };
  await eventually(look, { timeoutMs: RECOVERY });
}
