import { aLimit, anIndicator, EVIDENCE, PEOPLE, soundBody, taskIn, type TaskInput } from '../../testing';

const underway = taskIn('underway').on('2025-04-10');
const report = (change: Partial<TaskInput<'task.report'>>) =>
  underway.when('task.report', { progress: '已完成阶段任务', ...change }, { by: PEOPLE.reporter });

describe('numbers of private persons', () => {
  it.each([
    ['problems', { problems: '联系人身份证11010519491231002X' }],
    ['nextSteps', { nextSteps: '请致电13812345678' }],
    ['evidence.0.fileName', { evidence: [{ ...EVIDENCE, fileName: '张三 138-1234-5678.jpg' }] }],
  ])('are refused in %s', (path, change) => {
    const outcome = report(change);
    outcome.thenInvalid(path);
    outcome.thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('are refused in the name of a caller, an authority and a correction', () => {
    const { onBehalf, ...told } = soundBody('task.report-on-behalf');
    underway
      .when('task.report-on-behalf', { ...told, onBehalf: { ...onBehalf, saidBy: '王科长13812345678' } })
      .thenInvalid('TEXT.PRIVATE_DATA');
    underway
      .when('task.terminate', {
        reason: '政策调整',
        authority: { kind: 'instruction', reference: '电话13812345678批示' },
      })
      .thenInvalid('TEXT.PRIVATE_DATA');
    underway
      .when('task.correct', { changes: { body: '联系13812345678' }, reason: '补充' })
      .thenInvalid('TEXT.PRIVATE_DATA');
  });

  it.each<[string, TaskInput<'task.correct'>['changes']]>([
    ['the name of an indicator', { indicators: [anIndicator('I1', { name: '王某13812345678' })] }],
    ['the unit of an indicator', { indicators: [anIndicator('I1', { unit: '13812345678' })] }],
    ['the words an indicator comes from', { indicators: [anIndicator('I1', { sourceText: '11010519491231002X' })] }],
    ['the words an added limit comes from', { addedLimits: [aLimit('L7', { sourceText: '联系13812345678' })] }],
    ['what a limit asks for', { changedLimits: [{ limitId: 'L1', what: '联系13812345678' }] }],
  ])('are refused in a correction of a task and of a draft: %s', (_where, changes) => {
    underway.when('task.correct', { changes, reason: '补充' }).thenInvalid('TEXT.PRIVATE_DATA');
    taskIn('draft').when('task.correct-draft', { changes }).thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('are not mistaken for long document numbers', () => {
    report({ problems: '项目代码2103-532503-04-01-123456，批复第123456789012345678号' }).then(['lane.reported']);
  });
});
