import { type EventLogError, isEventLogError } from '#event-store';
import { CommandFault } from './command-fault';
import { CommandRefused, CONTENDED } from './command-refused';

/** A command that was decided against for good: it may be sent again, and is another decision then. */
export function isRefusedForGood(error: unknown): error is CommandRefused {
  return error instanceof CommandRefused && error.code !== CONTENDED.code;
}

/**
 * A command whose events can never be recorded: our own schema or the log refuses them as such. Trying again is in vain. A log
 * that is away, or an append whose outcome is unknown, is no such failure.
 */
export function isUnrecordable(error: unknown): error is CommandFault | EventLogError {
  return (
    error instanceof CommandFault ||
    isEventLogError(error, 'LOG.EVENT_INVALID', 'LOG.EVENT_TOO_LARGE', 'LOG.APPEND_TOO_LARGE')
  );
}
