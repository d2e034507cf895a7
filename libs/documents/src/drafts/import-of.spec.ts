import { compileCalendar } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { readPolicy } from '../policy/read-policy';
import { importOf } from './import-of';

const TEXT = `云岭市医改重点任务

一、健全机制

1.建立改革台账。把年度事项逐条列入台账，2022年6月底前完成。（市卫生健康委牵头，市医保局配合）

2.推进医保支付方式改革。扩大按病种付费范围。（市医保局牵头）
`;

function draftsOf(text: string) {
  const bytes = Buffer.from(text);
  return importOf(readPolicy(bytes, compileCalendar(SAMPLE_CALENDAR)), bytes, '任务.txt').tasks;
}

describe('from a reading to drafts', () => {
  const tasks = draftsOf(TEXT);

  it('leaves out the full stop of the title at the beginning of a text', () => {
    expect(tasks.map(({ title }) => title)).toEqual(['建立改革台账', '推进医保支付方式改革']);
    expect(tasks[0]?.body).toMatch(/^把年度事项逐条列入台账/u);
    expect(tasks[1]?.body).toMatch(/^扩大按病种付费范围/u);
  });

  it('makes a space of a tab in a heading and in a title', () => {
    const [task] = draftsOf(TEXT.replace('健全机制', '健全\t机制').replace('改革台账', '改革\t台账'));
    expect(task).toMatchObject({ title: '建立改革 台账', source: { section: '一、健全 机制' } });
  });

  it('cuts a long title before a character that does not fit, not through it', () => {
    const [task] = draftsOf(TEXT.replace('建立改革台账', `${'长'.repeat(499)}𠮷𠮷`));
    expect(task?.title).toBe('长'.repeat(499));
  });
});
