export { type Account, type ResolvedAccount } from './account-row';
export {
  Accounts,
  type ChangePassword,
  type CreateAccount,
  type CreatedAccount,
  FIRST_ADMINISTRATOR,
  type ListAccounts,
} from './accounts';
export {
  type ApiToken,
  type ApiTokenRefusalReason,
  type ApiTokenResolution,
  ApiTokens,
  type CreateApiToken,
  type ResolvedApiToken,
} from './api-tokens';
export { createIdentity, type Identity, type IdentityOptions } from './identity';
export { copyIdentity, type IdentityCopy, type KeptSeenMark, restoreIdentity } from './identity-copy';
export { IDENTITY_CHANNEL, type IdentityChange } from './identity-change';
export { type IdentityErrorCode } from './identity-error';
export { IDENTITY_LIMITS } from './identity-limits';
export { type IdentityChangeListener, IdentityNotify, type IdentityNotifyOptions } from './identity-notify';
export { IDENTITY_MIGRATIONS } from './identity-schema';
export { type IdentityDependencies, type PasswordRefusal, type PasswordRefusalReason } from './password-check';
export { type Argon2Cost, Argon2PasswordHasher, OWASP_ARGON2_COST, type PasswordHasher } from './password-hasher';
export { passwordFaults, type PasswordFault } from './password-rule';
export { type SeenMark, SeenMarks } from './seen-marks';
export { API_TOKEN_PREFIX } from './secret-token';
export { type SessionEndReason } from './session-row';
export {
  type OpenSession,
  type ResolvedSession,
  type SessionRefusalReason,
  type SessionResolution,
  Sessions,
  type SessionsDependencies,
  type SignInOrigin,
  type SignInResult,
} from './sessions';
