import { create } from './create.act';
import { decideProposal } from './decide-proposal.act';
import { disable } from './disable.act';
import { enable } from './enable.act';
import { grantPost } from './grant-post.act';
import { grantPracticePost } from './grant-practice-post.act';
import { notePassword } from './note-password.act';
import { noteReset } from './note-reset.act';
import { recallProposal } from './recall-proposal.act';
import { resetPassword } from './reset-password.act';
import { revokePost } from './revoke-post.act';
import { setCharge } from './set-charge.act';

/** What may be asked of an account. */
export const ACCOUNT_ACTS = {
  [create.type]: create,
  [grantPost.type]: grantPost,
  [grantPracticePost.type]: grantPracticePost,
  [revokePost.type]: revokePost,
  [setCharge.type]: setCharge,
  [resetPassword.type]: resetPassword,
  [notePassword.type]: notePassword,
  [noteReset.type]: noteReset,
  [disable.type]: disable,
  [enable.type]: enable,
  [decideProposal.type]: decideProposal,
  [recallProposal.type]: recallProposal,
};
