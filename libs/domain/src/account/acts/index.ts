import { grantPost } from './grant-post.act';
import { grantPracticePost } from './grant-practice-post.act';
import { revokePost } from './revoke-post.act';

/** What may be asked of an account. */
export const ACCOUNT_ACTS = {
  [grantPost.type]: grantPost,
  [grantPracticePost.type]: grantPracticePost,
  [revokePost.type]: revokePost,
};
