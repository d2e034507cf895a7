import { postGranted } from './post-granted.event';
import { postGrantedForPractice } from './post-granted-for-practice.event';
import { postRevoked } from './post-revoked.event';

/** The facts of an account. */
export const ACCOUNT_EVENTS = {
  [postGranted.type]: postGranted,
  [postGrantedForPractice.type]: postGrantedForPractice,
  [postRevoked.type]: postRevoked,
};
