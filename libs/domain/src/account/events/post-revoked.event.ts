import { z } from 'zod';
import { lineSchema, loggedIdSchema } from '../../shared/schema';
import { accountEvent, doneBy } from '../account-event';
import { grantableRoleSchema } from '../account.state';

/** A post was taken away. What it was is said again, for whoever reads this event alone. */
export const postRevoked = accountEvent({
  type: 'post.revoked',
  schema: z.strictObject({
    postId: loggedIdSchema,
    unitId: loggedIdSchema,
    role: grantableRoleSchema,
    ledgerId: loggedIdSchema.nullable(),
    reason: lineSchema(300),
  }),
  sample: {
    postId: '00000000-0000-4000-8000-000000000a02',
    unitId: '00000000-0000-4000-8000-000000000a03',
    role: 'reporter',
    ledgerId: null,
    reason: '调离',
  },
  evolve: (state, { data: { postId, role }, metadata }) => {
    const lost = state.posts.find((post) => post.postId === postId);
    const posts = state.posts.filter((post) => post !== lost);
    if (!lost || lost.practice) return { ...state, posts };
    const others = state.revoked.filter((each) => each.role !== role);
    return { ...state, posts, revoked: [...others, { role, ...doneBy(metadata) }] };
  },
});
