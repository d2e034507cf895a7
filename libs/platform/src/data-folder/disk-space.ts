import { statfs } from 'node:fs/promises';
import { type HealthFinding } from '../health';

/** Below this many mebibytes free PostgreSQL may have no room for its next log file (16 MiB) and a table that grows. */
const LEAST_FREE = 100;

const MEBIBYTE = 1024 * 1024;

/** How much room the disk of a data folder has left. */
export interface DiskSpace {
  /** Mebibytes that this user may still write, rounded down. */
  readonly freeMegabytes: number;
  /** True when the database can go on for a while. */
  readonly enough: boolean;
}

/** @throws the system's error when the folder is not there */
export async function diskSpaceOf(folder: string): Promise<DiskSpace> {
  const { bavail, bsize } = await statfs(folder);
  const freeMegabytes = Math.floor((bavail * bsize) / MEBIBYTE);
  return { freeMegabytes, enough: freeMegabytes >= LEAST_FREE };
}

/** The check `disk`: healthy while there is room. */
export async function diskHealth(folder: string): Promise<HealthFinding> {
  const { freeMegabytes, enough } = await diskSpaceOf(folder);
  return { healthy: enough, details: { freeMegabytes } };
}
