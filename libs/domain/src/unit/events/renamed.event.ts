import { z } from 'zod';
import { lineSchema } from '../../shared/schema';
import { unitEvent } from '../unit-event';

/** A unit goes by another name. The former one stays findable as an alias. */
export const renamed = unitEvent({
  type: 'unit.renamed',
  schema: z.strictObject({ name: lineSchema(100), reason: lineSchema(300) }),
  sample: { name: '市卫生健康委', reason: '机构改革' },
  evolve: (state, { data: { name } }) => {
    const others = [...state.aliases, state.name].filter((alias) => alias !== name);
    return { ...state, name, aliases: [...new Set(others)] };
  },
});
