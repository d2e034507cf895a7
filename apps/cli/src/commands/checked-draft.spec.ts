import { draftContent } from '../../../../libs/domain/testing';
import { draftContentSchema, importSourceSchema } from '#domain';
import { checkedDraft } from './checked-draft';

const source = importSourceSchema.parse({
  kind: 'document',
  title: '医改实施意见',
  documentNumber: null,
  year: 2021,
  contentHash: '13812345678'.padEnd(64, 'a'),
});
const task = (body: string) => draftContentSchema.parse({ ...draftContent(), body });

describe('the draft of a file that is imported at the command line', () => {
  it('is taken as it is when it holds no private numbers, whatever its hash holds', () => {
    const draft = { source, tasks: [task('完成验收。')] };
    expect(checkedDraft(draft)).toBe(draft);
  });

  it('is refused with the tasks that hold private numbers', () => {
    const draft = { source, tasks: [task('联系13812345678。'), task('完成验收。'), task('联系13812345678。')] };
    expect(() => checkedDraft(draft)).toThrow(/^第 1 项任务、第 3 项任务含有身份证号或手机号码/);
  });

  it('is refused with a private number in the title of the file, which is named once', () => {
    const title = '意见13812345678';
    const own = { ...task('完成验收。'), source: { ...draftContent().source, documentTitle: title } };
    expect(() => checkedDraft({ source: { ...source, title }, tasks: [own] })).toThrow(/^文件标题或文号含有/);
  });

  it('is refused with more tasks than one import takes', () => {
    const tasks = Array.from({ length: 301 }, () => task('完成验收。'));
    expect(() => checkedDraft({ source, tasks })).toThrow('文件有 301 项任务，一次最多导入 300 项');
  });
});
