import { z } from 'zod';
import { lineSchema } from '../../shared/schema';
import { unitEvent } from '../unit-event';

/** Another name under which documents call the unit. */
export const aliasAdded = unitEvent({
  type: 'unit.alias-added',
  schema: z.strictObject({ alias: lineSchema(100) }),
  sample: { alias: '卫健委' },
  evolve: (state, { data: { alias } }) => ({ ...state, aliases: [...state.aliases, alias] }),
});
