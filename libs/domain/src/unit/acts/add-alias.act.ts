import { z } from 'zod';
import { UNIT_REGISTER } from '../../shared/grant';
import { freeLineSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { unitAct } from '../unit-act';

/** 登记单位别名. */
export const addAlias = unitAct({
  type: 'unit.add-alias',
  word: '登记单位别名',
  command: z.strictObject({ alias: freeLineSchema(100) }),
  sample: { alias: '卫健局' },
  grants: UNIT_REGISTER,
  decide: (state, data) =>
    state.name === data.alias || state.aliases.includes(data.alias)
      ? reject('UNIT.ALIAS_EXISTS', '该别名已经登记，无需重复添加。')
      : [{ type: 'unit.alias-added', data }],
});
