import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { accountEvent } from '../account-event';
import { inChargeSchema } from '../account.state';

/** The units that a leader's post is in charge of were set anew. */
export const postChargeSet = accountEvent({
  type: 'post.charge-set',
  schema: z.strictObject({ postId: loggedIdSchema, inCharge: inChargeSchema }),
  sample: {
    postId: '00000000-0000-4000-8000-000000000a02',
    inCharge: ['00000000-0000-4000-8000-000000000a03'],
  },
  evolve: (state, { data: { postId, inCharge } }) => ({
    ...state,
    posts: state.posts.map((post) => (post.postId === postId ? { ...post, inCharge } : post)),
  }),
});
