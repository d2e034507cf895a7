import { grant } from './grant.act';
import { grantForPractice } from './grant-for-practice.act';
import { revoke } from './revoke.act';

/** What may be asked of a post. */
export const POST_ACTS = {
  [grant.type]: grant,
  [grantForPractice.type]: grantForPractice,
  [revoke.type]: revoke,
};
