import { z } from 'zod';
import { loggedIdSchema, lineSchema } from '../../shared/schema';
import { unitEvent } from '../unit-event';

/** A unit was entered in the register. */
export const created = unitEvent({
  type: 'unit.created',
  schema: z.strictObject({ name: lineSchema(100), parentId: loggedIdSchema.nullable() }),
  sample: { name: '市卫生健康局', parentId: null },
  begin: ({ data }) => ({ ...data, aliases: [] }),
  evolve: (state) => state,
});
