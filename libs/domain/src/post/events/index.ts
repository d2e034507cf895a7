import { granted } from './granted.event';
import { grantedForPractice } from './granted-for-practice.event';
import { revoked } from './revoked.event';

/** The facts of a post. */
export const POST_EVENTS = {
  [granted.type]: granted,
  [grantedForPractice.type]: grantedForPractice,
  [revoked.type]: revoked,
};
