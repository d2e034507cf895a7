import {
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  usually,
  withTwoLeads,
} from '../../testing';
import { type Policy, TASK_ACTS } from '..';

const CRITERIA = ['措施全部完成', '长效机制建立'];
const ASKS = { acceptance: CRITERIA } satisfies Partial<Policy>;
const OTHERS = { acceptance: ['群众满意'] } satisfies Partial<Policy>;
const BY = { by: PEOPLE.verifier };
const asked = (story: TaskStory = taskIn('underway'), policy: Partial<Policy> = ASKS) =>
  story.after('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead, policy });
const met = (criterion: string, note = '') => ({ criterion, met: true as const, note });
const pass = (story: TaskStory, acceptance: TaskInput<'task.verify'>['acceptance'], policy: Partial<Policy> = ASKS) =>
  story.when('task.verify', { conclusion: '资料属实', ...(acceptance ? { acceptance } : {}) }, { ...BY, policy });

describe('the criteria of the rules (验收标准)', () => {
  it('are confirmed one by one in passing a task, and the record keeps them by name with their notes', () => {
    const all = [met('长效机制建立', '已印发管理办法'), met('措施全部完成')];
    pass(asked(), all).then([{ type: 'check.passed', data: { acceptance: all } }]);
  });

  it('refuse a passing that leaves some out, naming exactly those', () => {
    const refused = pass(asked(), [met('措施全部完成')]);
    refused.then('TASK.ACCEPTANCE_UNCONFIRMED');
    const { result } = refused;
    const said = result.kind === 'rejected' ? result.rejection.message : '';
    expect(said).toContain('“长效机制建立”');
    expect(said).not.toContain('“措施全部完成”');
    pass(asked(), undefined).then('TASK.ACCEPTANCE_UNCONFIRMED');
  });

  it('are confirmed, each once and no other', () => {
    pass(asked(), [...CRITERIA.map((each) => met(each)), met('群众满意')]).then('TASK.CRITERION_UNKNOWN');
    pass(asked(), [met('措施全部完成'), met('措施全部完成')]).thenInvalid('TASK.CRITERION_TWICE');
    const unmet = { conclusion: '资料属实', acceptance: [{ criterion: '措施全部完成', met: false }] };
    expect(TASK_ACTS['task.verify'].command.safeParse(unmet).success).toBe(false);
  });

  it('ask nothing where the rules have none', () => {
    pass(asked(taskIn('underway'), {}), undefined, {}).then([{ type: 'check.passed', data: { acceptance: [] } }]);
  });

  it('are named in a return as far as they are not met, and no others', () => {
    const sendBack = (unmet: string[]) =>
      asked().when('task.return', { ...soundBody('task.return'), unmet }, { ...BY, policy: OTHERS });
    sendBack(['长效机制建立']).then([{ type: 'check.returned', data: { unmet: ['长效机制建立'] } }]);
    sendBack(['群众满意']).then('TASK.CRITERION_UNKNOWN');
  });

  it('stay those of a check under way, whatever rules the task moves to meanwhile', () => {
    pass(
      asked(),
      CRITERIA.map((each) => met(each)),
      OTHERS,
    ).then(['check.passed']);
    pass(asked(), [met('群众满意')], OTHERS).then('TASK.ACCEPTANCE_UNCONFIRMED');
    pass(asked(taskIn('underway'), {}), undefined, OTHERS).then(['check.passed']);
    const returned = asked().after('task.return', soundBody('task.return'), { ...BY, policy: OTHERS });
    const again = usually(returned, 'task.report');
    pass(asked(again, OTHERS), [met('群众满意')], OTHERS).then(['check.passed']);
  });

  it('are those of the last lead that asks, and of an earlier request again once the last one is taken back', () => {
    const request = soundBody('task.request-closure');
    const first = withTwoLeads
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.report', { progress: '完成' }, OF_FINANCE)
      .after('task.request-closure', request, { ...OF_HEALTH, policy: OTHERS });
    const both = first.after('task.request-closure', request, { ...OF_FINANCE, policy: ASKS });
    expect(stateOf(both).acceptance).toEqual(CRITERIA);
    expect(stateOf(both.after('task.withdraw', {}, OF_FINANCE)).acceptance).toEqual(['群众满意']);
  });
});
