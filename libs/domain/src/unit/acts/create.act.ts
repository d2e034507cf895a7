import { z } from 'zod';
import { ENGINE, UNIT_REGISTER } from '../../shared/grant';
import { freeLineSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { unitAct, unitIdentity } from '../unit-act';

/** 建立单位. One name is one unit under its parent. */
export const create = unitAct({
  type: 'unit.create',
  word: '建立单位',
  command: z.strictObject({ name: freeLineSchema(100), parentId: idSchema.nullable().default(null) }),
  sample: { name: '市卫生健康局' },
  grants: [...UNIT_REGISTER, ...ENGINE],
  identity: unitIdentity,
  begin: (data) => [{ type: 'unit.created', data }],
  decide: (state) => reject('UNIT.EXISTS', `单位“${state.name}”已在名录中，请直接选用。`),
});
