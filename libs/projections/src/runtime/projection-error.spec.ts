import { EventLogError, type EventLogErrorCode } from '#event-store';
import { isPassing, newerVersion } from './projection-error';

describe('an error that a projector meets', () => {
  const ofLog = (code: EventLogErrorCode): EventLogError => new EventLogError(code, '事件日志有误。');

  it.each(['LOG.UNAVAILABLE', 'LOG.REFUSED', 'LOG.OVERLOADED'] as const)('passes with %s: it tries again', (code) => {
    expect(isPassing(ofLog(code))).toBe(true);
  });

  it.each(['LOG.INTEGRITY', 'LOG.CLOSED'] as const)('does not pass with %s: it stands still', (code) => {
    expect(isPassing(ofLog(code))).toBe(false);
  });

  it('does not pass when the tables are those of a newer program', () => {
    expect(isPassing(newerVersion('tasks'))).toBe(false);
  });
});
