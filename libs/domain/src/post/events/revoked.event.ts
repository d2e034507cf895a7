import { z } from 'zod';
import { lineSchema } from '../../shared/schema';
import { postEvent } from '../post-event';

/** A post was taken away. */
export const revoked = postEvent({
  type: 'post.revoked',
  schema: z.strictObject({ reason: lineSchema(300) }),
  sample: { reason: '调离' },
  evolve: (state) => ({ ...state, revoked: true }),
});
