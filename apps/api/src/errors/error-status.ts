/** HTTP status by error code: the whole code first, then its last part, then its area. What is not listed is a conflict with the present state. */
const BY_CODE: Readonly<Record<string, number>> = {
  'PERMISSION.DENIED': 403,
  'IDENTITY.SIGN_IN_REFUSED': 401,
  'IDENTITY.SESSION_ENDED': 401,
  'IDENTITY.TOKEN_REFUSED': 401,
  'IDENTITY.NOT_SIGNED_IN': 401,
  'IDENTITY.PASSWORD_CHANGE_DUE': 403,
  'IDENTITY.BUSY': 503,
  'IDENTITY.LOGIN_NAME_TAKEN': 409,
  'IDENTITY.ACCOUNT_EXISTS': 409,
  'IDENTITY.TOKEN_NAME_TAKEN': 409,
  'IDENTITY.TOKEN_LIMIT': 409,
  'REQUEST.FOREIGN_ORIGIN': 403,
  'REQUEST.INVALID': 400,
  'REQUEST.NOT_FOUND': 404,
  'REQUEST.TOO_LARGE': 413,
  'REQUEST.KIND_REFUSED': 415,
  'REQUEST.KEY_INVALID': 400,
  'COMMAND.KEY_REUSED': 422,
  'COMMAND.FAULT': 500,
  'LEDGER.PREFIX_FOR_PRACTICE': 400,
  'TASK.DUE_OUTSIDE_PERIOD': 400,
  'TASK.RANGE_REVERSED': 400,
  'TASK.NOTHING_CHANGED': 400,
  'TASK.LIMIT_TWICE': 400,
  'TASK.INDICATOR_TWICE': 400,
  'EVIDENCE.EMPTY': 400,
  'EVIDENCE.TOO_LARGE': 413,
  'EVIDENCE.KIND_REFUSED': 415,
  'DOCUMENT.TOO_LARGE': 413,
  'LIVE.UNAVAILABLE': 503,
  'LIVE.TOO_MANY_PAGES': 429,
  'DEADLINES.QUEUE_SILENT': 503,
  'PROJECTION.BEHIND': 503,
  'PROJECTION.STOPPED': 503,
  'SERVER.BUSY': 503,
  'LOG.UNAVAILABLE': 503,
  'LOG.REFUSED': 503,
  'LOG.OTHER': 503,
  'LOG.OLDER': 503,
  'LOG.UNADOPTED': 503,
  'LOG.STREAM_LOST': 503,
  'LOG.INTEGRITY': 503,
  'LOG.OVERLOADED': 503,
  'LOG.OUTCOME_UNKNOWN': 503,
  'LOG.EVENT_TOO_LARGE': 413,
};
const BY_REASON: Readonly<Record<string, number>> = { UNKNOWN: 404 };
const BY_AREA: Readonly<Record<string, number>> = { TEXT: 400, DOCUMENT: 400, IDENTITY: 400 };

/** The HTTP status of an error code. */
export function statusOf(code: string): number {
  const [area = '', reason = ''] = code.split('.');
  const unknown = reason.endsWith('_UNKNOWN') ? 404 : undefined;
  return BY_CODE[code] ?? BY_REASON[reason] ?? unknown ?? BY_AREA[area] ?? 409;
}
