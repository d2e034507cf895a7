import { z } from 'zod';
import { UNIT_REGISTER } from '../../shared/grant';
import { freeLineSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { unitAct } from '../unit-act';

/** 单位更名. */
export const rename = unitAct({
  type: 'unit.rename',
  word: '单位更名',
  command: z.strictObject({ name: freeLineSchema(100), reason: freeLineSchema(300) }),
  sample: { name: '市卫健委', reason: '机构改革' },
  grants: UNIT_REGISTER,
  decide: (state, data) =>
    state.name === data.name
      ? reject('UNIT.SAME_NAME', '新名称与现名称相同，请核对后再修改。')
      : [{ type: 'unit.renamed', data }],
});
