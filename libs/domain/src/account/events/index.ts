import { created } from './created.event';
import { decided } from './decided.event';
import { disabled } from './disabled.event';
import { enabled } from './enabled.event';
import { passwordChanged } from './password-changed.event';
import { passwordReset } from './password-reset.event';
import { postChargeSet } from './post-charge-set.event';
import { postGranted } from './post-granted.event';
import { postGrantedForPractice } from './post-granted-for-practice.event';
import { postRevoked } from './post-revoked.event';
import { proposed } from './proposed.event';

/** The facts of an account. */
export const ACCOUNT_EVENTS = {
  [created.type]: created,
  [passwordChanged.type]: passwordChanged,
  [postGranted.type]: postGranted,
  [postGrantedForPractice.type]: postGrantedForPractice,
  [postRevoked.type]: postRevoked,
  [postChargeSet.type]: postChargeSet,
  [proposed.type]: proposed,
  [decided.type]: decided,
  [passwordReset.type]: passwordReset,
  [disabled.type]: disabled,
  [enabled.type]: enabled,
};
