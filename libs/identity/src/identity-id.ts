import { identityError } from './identity-error';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A UUID in the database's spelling (lower case), or null. Ids are compared as text in caches, so the case matters. */
export function readId(text: string): string | null {
  const id = text.toLowerCase();
  return UUID.test(id) ? id : null;
}

/** The id of an account that should exist. @throws IDENTITY.ACCOUNT_UNKNOWN when no account can bear it */
export function parseAccountId(text: string): string {
  const id = readId(text);
  if (id === null) throw identityError('IDENTITY.ACCOUNT_UNKNOWN');
  return id;
}
