import { statusOf } from './error-status';

describe('statusOf', () => {
  it.each([
    ['IDENTITY.NOT_SIGNED_IN', 401],
    ['IDENTITY.SESSION_ENDED', 401],
    ['IDENTITY.TOKEN_REFUSED', 401],
    ['IDENTITY.SIGN_IN_REFUSED', 401],
    ['PERMISSION.DENIED', 403],
    ['IDENTITY.PASSWORD_CHANGE_DUE', 403],
    ['REQUEST.FOREIGN_ORIGIN', 403],
    ['IDENTITY.PASSWORD_WEAK', 400],
    ['IDENTITY.LOGIN_NAME_TAKEN', 409],
    ['REQUEST.INVALID', 400],
    ['REQUEST.KEY_INVALID', 400],
    ['TEXT.PRIVATE_DATA', 400],
    ['TASK.NOTHING_CHANGED', 400],
    ['DOCUMENT.NO_TASK', 400],
    ['DOCUMENT.TOO_LARGE', 413],
    ['EVIDENCE.TOO_LARGE', 413],
    ['LOG.EVENT_TOO_LARGE', 413],
    ['EVIDENCE.KIND_REFUSED', 415],
    ['COMMAND.KEY_REUSED', 422],
    ['COMMAND.FAULT', 500],
    ['PROJECTION.BEHIND', 503],
    ['LOG.UNAVAILABLE', 503],
    ['LOG.REFUSED', 503],
    ['LOG.OLDER', 503],
    ['LOG.OUTCOME_UNKNOWN', 503],
  ])('answers %s with %i', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });

  it.each(['TASK.UNKNOWN', 'LEDGER.UNKNOWN', 'UNIT.UNKNOWN', 'TASK.LIMIT_UNKNOWN', 'IDENTITY.ACCOUNT_UNKNOWN'])(
    'answers %s as not found',
    (code) => {
      expect(statusOf(code)).toBe(404);
    },
  );

  it.each(['TASK.STEP_NOT_OPEN', 'TASK.CHANGED_SINCE', 'COMMAND.CONTENDED', 'TASK.SOMETHING_NEW'])(
    'answers %s, a rule, as a conflict with the present state',
    (code) => {
      expect(statusOf(code)).toBe(409);
    },
  );
});
