import {
  installationEventSchemas,
  ledgerEventSchemas,
  postEventSchemas,
  seriesEventSchemas,
  taskEventSchemas,
  unitEventSchemas,
} from '#domain';
import { z } from 'zod';
import { courseOf } from '../telling';
import { dataRows, FIELD_WORDS } from './data-rows';

const UNIT = { unitId: '00000000-0000-4000-8000-0000000000a1', name: '市医保局' };
const schemas: Readonly<Record<string, z.ZodType>> = {
  ...taskEventSchemas,
  ...ledgerEventSchemas,
  ...seriesEventSchemas,
  ...unitEventSchemas,
  ...postEventSchemas,
  ...installationEventSchemas,
};

/** Names of all fields in a JSON schema, at any depth. */
function fieldsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsIn)];
}

describe('the data of an event', () => {
  it('has a word for each of its fields', () => {
    const json = Object.values(schemas).map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any' }));
    const nameless = new Set(json.flatMap(fieldsIn).filter((field) => FIELD_WORDS[field] === undefined));
    // Where in the document something stood is read in the raw form.
    expect([...nameless].sort()).toEqual(['end', 'start', 'tasks']);
  });

  it('names limits and indicators of the task, and does not number what it defines', () => {
    const limit = { limitId: 'L1', what: '出台方案', sourceText: '9月底前', due: '2021-09-30', recurrence: null };
    const indicator = { indicatorId: 'I1', name: '参保率', unit: '%', sourceText: '95%以上' };
    const course = courseOf([limit], [indicator]);
    const data = { limitsDone: ['L1'], readings: [{ indicatorId: 'I1', value: 93 }] };
    const [done, readings] = dataRows({ data, units: [] }, course);
    expect(done?.value).toBe('出台方案');
    expect(readings?.rows[0]?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['指标', '参保率'],
      ['数值', '93'],
    ]);
    const [indicators] = dataRows({ data: { indicators: [indicator] }, units: [] }, course);
    expect(indicators?.rows[0]?.rows.map(({ label }) => label)).toEqual(['名称', '计量单位', '原文']);
  });

  it('is read with units by name, codes by word, lists and parts', () => {
    const data = {
      unitId: UNIT.unitId,
      outcome: 'rectified',
      authority: { kind: 'meeting', reference: '常务会议' },
      secrecyDeclared: true,
      percent: 60,
      limitsDone: ['L1', 'L2'],
      evidence: [{ fileName: '方案.pdf', size: 12, mediaType: 'application/pdf' }],
      period: '2021-H2',
      step: 'task.accept',
      recurrence: 'every-3-to-5-years',
      rungId: 'urge-1',
      problems: '',
      replyBy: null,
      strange: 1,
    };
    const rows = dataRows({ data, units: [UNIT] });
    expect(
      rows.map(({ label, value, rows: own }) => [label, value === '' ? own.map((row) => row.label) : value]),
    ).toEqual([
      ['单位', '市医保局'],
      ['结果', '已整改'],
      ['依据', ['类型', '名称或文号']],
      ['已声明不含国家秘密', '是'],
      ['完成百分比', '60'],
      ['已完成的时限', 'L1、L2'],
      ['佐证材料', ['第 1 项']],
      ['期次', '2021年下半年'],
      ['撤回的步骤', '签收'],
      ['周期', '每3至5年'],
      ['提醒档次', '逾期 1 个工作日'],
    ]);
    expect(rows[2]?.rows[0]?.value).toBe('会议');
    expect(rows[6]?.rows[0]?.rows.map(({ label }) => label)).toEqual(['文件名', '大小（字节）']);
  });
});
