import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compileCalendar } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { DocumentError } from './document-error';
import { readPolicy } from './read-policy';
import { type Excerpt, type PolicyReading } from './reading.types';

const SAMPLES = join(__dirname, '../../../../test/samples');
const TEXTS = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));

const CALENDAR = compileCalendar(SAMPLE_CALENDAR);

function read(bytes: Uint8Array): PolicyReading {
  return readPolicy(bytes, CALENDAR);
}

function excerptsOf({ facts, tasks }: PolicyReading): (Excerpt | null)[] {
  const { title, documentNumber, issuingBody, date, year, firstListedIsLead } = facts;
  return [
    ...[title, documentNumber, issuingBody, date, year, firstListedIsLead],
    ...tasks.flatMap((task) => [
      ...[task.section, task.number, task.title, ...task.sectionPath, ...task.body, ...task.measures],
      ...[...task.leadUnits, ...task.supportUnits, ...task.deadlines, ...task.indicators],
      ...task.deadlines.map((deadline) => deadline.matter),
    ]),
  ];
}

function expectPlaces(reading: PolicyReading): void {
  for (const excerpt of excerptsOf(reading)) {
    if (excerpt) expect(excerpt.text).toBe(reading.source.slice(excerpt.span.start, excerpt.span.end));
  }
}

function outcome(text: string): string {
  try {
    return `${read(Buffer.from(text)).tasks.length} tasks`;
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
}

describe('readPolicy', () => {
  it.each(TEXTS)('keeps the place of every field of %s', (name) => {
    const reading = read(readFileSync(join(SAMPLES, name)));
    expect(reading.tasks.length).toBeGreaterThanOrEqual(8);
    expectPlaces(reading);
  });

  it('keeps the place of every field of any text made of document words, and fails only in known ways', () => {
    const words = fc.constantFrom(
      ...[
        '一、',
        '（一）',
        '1. ',
        '\n',
        '。',
        '，',
        '、',
        '：',
        '(',
        '）',
        '“',
        '《',
        '》',
        '|',
        '2021年',
        '6月底前',
        '每季度',
      ],
      ...[
        '牵头单位:',
        '市财政局',
        '牵头',
        '各县区',
        '按职责分工负责',
        '不低于',
        '75%',
        '10-20',
        '名',
        '新增',
        '等',
        '和',
        '\r\n',
        '　',
        '年底',
      ],
      ...['关于加强管理的通知', '云卫发〔2021〕3号', '| 任务 | 牵头单位 |\n', '任务', '以上', '５', '𠮷'],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (parts) => {
        try {
          expectPlaces(read(Buffer.from(parts.join(''))));
        } catch (error) {
          if (!(error instanceof DocumentError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('refuses a text without numbers and sections', () => {
    expect(outcome('各单位要认真组织实施。')).toBe('DOCUMENT.NO_TASK');
    expect(outcome('一、总体要求\n坚持稳中求进。')).toBe('DOCUMENT.NO_TASK');
  });

  it('reads no goal or principle as a task, and a section without items as one', () => {
    const text =
      '一、总体要求\n（一）指导思想。甲。\n（二）基本原则。乙。\n二、完善制度\n做好工作。\n三、提升能力\n（一）培训人员。\n（二）添置设备。';
    expect(read(Buffer.from(text)).tasks.map((task) => task.title.text)).toEqual(['完善制度', '培训人员', '添置设备']);
  });

  it('keeps an item without a note among noted ones, and doubts its units', () => {
    const text =
      '一、甲\n（一）培训人员。做好培训。（人事科牵头）\n（二）添置设备。做好采购。\n（三）完善制度。（办公室负责）';
    const { tasks } = read(Buffer.from(text));
    expect(tasks.map((task) => task.unitMode)).toEqual(['lead', 'none', 'sole']);
    expect(tasks[1]?.doubts).toEqual([{ field: 'units', text: '未写责任单位，交办前需由人指定' }]);
  });

  it('leaves out what follows the last task', () => {
    const text =
      '1、培训人员。做好培训。\n2、添置设备。做好采购。\n各单位要在2021年底前落实，投入100万元。\n附件：清单\n云岭市卫健委\n2021年3月4日';
    const { tasks } = read(Buffer.from(text));
    expect(tasks.at(-1)).toMatchObject({ deadlines: [], indicators: [], measures: [{ text: '做好采购' }] });
  });

  it('cuts a title that runs into its text at the first clause and says so', () => {
    const text = `1. 推行错峰接种服务2021年底前建成预约系统，${'实现分时段接种和全程追溯，'.repeat(4)}方便群众。\n2. 添置设备。`;
    const [task] = read(Buffer.from(text)).tasks;
    expect(task?.title.text).toBe('推行错峰接种服务2021年底前建成预约系统');
    expect(task?.doubts.map((doubt) => doubt.field)).toContain('title');
  });

  it.each([
    ['opening brackets', '（'],
    ['nested brackets', '（（）'],
    ['digits', '1'],
    ['digits and blanks', '1 '],
    ['dates', '2021年底前'],
    ['half dates', '2021-'],
    ['numbers', '。2.'],
    ['units', '甲局、'],
    ['notes', '工作。（甲局牵头）'],
    ['labels', '牵头单位：'],
    ['quantities', '新增5个、'],
    ['blanks', ' '],
  ])('comes to an end with 5 MB of %s', (_name, unit) => {
    const text = `一、甲工作。${unit.repeat(Math.floor(5_000_000 / Buffer.byteLength(unit)))}`;
    expect(outcome(text)).toMatch(/tasks$|TOO_LARGE/u);
  });
});
