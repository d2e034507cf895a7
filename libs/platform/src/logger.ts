import pino, { type DestinationStream } from 'pino';

/** The product's logger: pino, JSON lines. */
export type Logger = pino.Logger;

/** From the loudest to the quietest. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const SECRET_KEYS = ['password', 'token', 'cookie', 'authorization', 'secret'];

/** Each secret key at the top, one level down and two levels down (`req.headers.cookie`). */
const SECRET_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*["set-${key}"]`]);

/**
 * A logger whose lines never carry a password, token, cookie or authorization header.
 * @param destination where lines go. Default: standard error, so that a command's output stays clean
 */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: { paths: SECRET_PATHS, censor: '[已隐去]' },
      serializers: { err: plainError },
    },
    destination,
  );
}

/** What a log needs of an error. Drivers hang whole connections on theirs, with every statement prepared on them. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) };
  return { type: error.constructor.name, message: error.message, stack: error.stack, code, ...cause };
}
