import { errorCode } from './error-code';

/** SQLSTATE classes of a server that is going, gone or short of means, and of a statement that took too long. */
const AWAY = /^(?:57P0\d|57014|08\w{3}|53\w{3})$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
/** What pg and its pool say in words only. */
const SAID =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool)/u;

/** True when an error means that the database is away or overtaxed, rather than that the program is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  return code === '' ? SAID.test(error.message) : AWAY.test(code) || NETWORK.has(code);
}
