import { z } from 'zod';
import { daySchema, freeTextSchema } from '#domain';
import { TaizhangError } from '#platform';
import { checked } from './invalid-request';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  count: z.int().min(1).max(3).optional(),
  colour: z.enum(['red', 'green']).optional(),
  id: z.uuid().optional(),
  day: daySchema.optional(),
  text: freeTextSchema(100).optional(),
  items: z
    .array(z.strictObject({ what: z.string() }))
    .max(2)
    .optional(),
  told: z.array(z.string()).min(1, '没有写明通知谁，请至少选择一类人员。').optional(),
  odd: z
    .number()
    .refine((number) => number % 2 === 1)
    .optional(),
});

function refusalOf(value: unknown): TaizhangError {
  try {
    checked(schema, value);
  } catch (error) {
    if (error instanceof TaizhangError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('checked', () => {
  it('gives what the schema reads', () => {
    expect(checked(schema, { name: '甲', day: '2021-09-30' })).toEqual({ name: '甲', day: '2021-09-30' });
  });

  it.each([
    [{}, '提交的“name”有误：没有填写，请更正后重新提交。'],
    [{ name: '' }, '提交的“name”有误：没有填写，请更正后重新提交。'],
    [{ name: 7 }, '提交的“name”有误：类型不对，请更正后重新提交。'],
    [{ name: null }, '提交的“name”有误：类型不对，请更正后重新提交。'],
    [{ name: '一二三四五六' }, '提交的“name”有误：最多为 5，请更正后重新提交。'],
    [{ name: '甲', count: 0 }, '提交的“count”有误：至少为 1，请更正后重新提交。'],
    [{ name: '甲', colour: 'blue' }, '提交的“colour”有误：应为 red、green 之一，请更正后重新提交。'],
    [{ name: '甲', id: 'x' }, '提交的“id”有误：格式不对，请更正后重新提交。'],
    [{ name: '甲', odd: 2 }, '提交的“odd”有误：不符合要求，请更正后重新提交。'],
    // “至少为 1” told nobody of what.
    [{ name: '甲', told: [] }, '提交的“told”有误：没有写明通知谁，请至少选择一类人员。'],
    [{ name: '甲', items: [{ what: '一' }, {}] }, '提交的“items.1.what”有误：没有填写，请更正后重新提交。'],
    [{ name: '甲', other: 1 }, '提交的内容有误：含有不认识的字段 other，请更正后重新提交。'],
    [[], '提交的内容有误：类型不对，请更正后重新提交。'],
    [null, '提交的内容有误：类型不对，请更正后重新提交。'],
    [undefined, '提交的内容有误：没有填写，请更正后重新提交。'],
    [{ name: '甲', day: '2021-02-30' }, '提交的“day”有误：日期不存在，请按“2021-09-30”的格式填写实际的日期。'],
  ])('says of %j what is wrong', (value, message) => {
    expect(refusalOf(value)).toMatchObject({ code: 'REQUEST.INVALID', message });
  });

  it('keeps the code of the domain’s own check', () => {
    expect(refusalOf({ name: '甲', text: '联系13800138000' })).toMatchObject({
      code: 'TEXT.PRIVATE_DATA',
      message: '文字中含有身份证号或手机号码，请删去个人信息后再提交。',
      details: { places: ['text'] },
    });
  });

  it('names every place, and no value', () => {
    const { details, message } = refusalOf({ name: 7, count: 9, id: 'geheim' });
    expect(details).toEqual({ places: ['name', 'count', 'id'] });
    expect(message + JSON.stringify(details)).not.toContain('geheim');
  });

  it('tells little of much', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${'x'.repeat(100)}${index}`, 1]));
    const { message, details } = refusalOf({ name: '甲', ...many });
    expect(message).toContain(' 等，');
    expect(message.length).toBeLessThan(500);
    expect(JSON.stringify(details).length).toBeLessThan(500);
  });

  it('takes no file for fields', () => {
    expect(refusalOf(Buffer.alloc(20 * 1024 * 1024))).toMatchObject({ code: 'REQUEST.KIND_REFUSED' });
  });
});
