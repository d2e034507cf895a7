import { policyListSchema, storedEvidenceSchema, timelineSchema } from '#contracts';
import { DEFAULT_POLICY, type PolicyContent } from '#domain';
import { chinaCalendar } from '#engine';
import { eventually } from '#testing';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;
const PDF = Buffer.from('%PDF-1.7\n佐证\n%%EOF\n');

/** Two criteria, one kind of evidence, and nothing under a second person that need not be. */
const ASKING: PolicyContent = {
  ...CONTENT,
  acceptance: ['措施全部完成', '长效机制建立'],
  evidence: ['验收报告'],
  secondPerson: ['task.void', 'task.terminate', 'task.extend'],
};
const AUTHORITY = { kind: 'meeting', reference: '市政府第12次常务会议' };

/** One task under rules that ask for evidence and criteria, and leave to one person what may be left; the rules change during its check. */
describe('what the rules of the office ask of acts', () => {
  let running: RunningHouse;
  let office: Office;
  let clerk: Person;
  let reporter: Person;
  let head: Person;
  let verifier: Person;
  let closer: Person;
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    const unitId = await office.unit('云岭市卫生健康委');
    const supervision = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', supervision);
    verifier = await office.person('verifier', 'verifier', supervision);
    closer = await office.person('closer', 'closer', supervision);
    reporter = await office.person('reporter', 'reporter', unitId);
    head = await office.person('head', 'unit-head', unitId);
    await publish(ASKING, 'new');
    task = await RunningTask.assigned({ running, clerk, due: '2021-12-31', leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
  });
  afterAll(() => running.close());

  const publish = (content: PolicyContent, holds: 'new' | 'open') =>
    office.administrator.does('policies', { content, holds, reason: '年度调整' });

  it('is never published where it contradicts itself', async () => {
    const refused = async (content: object) => {
      const body = { content: { ...ASKING, ...content }, holds: 'new', reason: '年度调整' };
      return office.administrator.send('policies', body);
    };
    const alone = await refused({ secondPerson: ['task.void', 'task.terminate'] });
    expect(alone).toMatchObject({ status: 400, body: { details: { places: ['content.secondPerson'] } } });
    expect(JSON.stringify(alone.body)).toContain('作废、终止和申请延期必须两人办理');
    const twice = await refused({ evidence: ['验收报告', '验收报告'] });
    expect(twice).toMatchObject({ status: 400, body: { details: { places: ['content.evidence'] } } });
    const { limits } = ASKING.ladders;
    const silent = { ...limits, rungs: limits.rungs.map((rung) => ({ ...rung, told: [] })) };
    const nobody = await refused({ ladders: { ...ASKING.ladders, limits: silent } });
    expect(nobody).toMatchObject({ status: 400 });
    expect(JSON.stringify(nobody.body)).toContain('请至少选择一类人员');
  });

  it('(4) is never counted by a calendar with a hole', async () => {
    const { years, region } = chinaCalendar();
    const only = (...kept: string[]) =>
      Object.fromEntries(Object.entries(years).filter(([year]) => kept.includes(year)));
    const tries = (calendar: object) => office.administrator.tries('calendars', { calendar });
    expect(await tries({ version: 'CN-2021-08-02-1', region, years: only('2022') })).toBe('CALENDAR.YEARS_MISSING');
    expect(await tries({ version: 'CN-2021-08-02-1', region, years: only('2020', '2022') })).toBe(
      'CALENDAR.YEARS_MISSING',
    );
  });

  it('leaves a standstill and a day to one clerk, and the chain of the limit names that one', async () => {
    const suspension = { until: '2021-09-01', reason: '等待省级系统上线', authority: AUTHORITY };
    expect(await task.does(clerk, 'suspend', suspension)).toMatchObject({ events: ['task.suspended'] });
    expect((await task.seenBy(clerk)).status).toBe('suspended');
    await task.does(clerk, 'resume');
    const changes = { changedLimits: [{ limitId: 'L1', due: '2022-01-28' }] };
    expect(await task.does(clerk, 'correct', { changes, reason: '录入有误' })).toMatchObject({
      events: ['limit.moved'],
    });
    const [limit] = (await task.seenBy(clerk)).limits;
    expect(limit?.chain.at(-1)).toMatchObject({ people: { askedBy: 'clerk 同志', approvedBy: null } });
    expect(await task.does(clerk, 'void', { reason: '重复录入' })).toMatchObject({ events: ['proposal.made'] });
    const [proposal] = (await task.seenBy(clerk)).proposals;
    await task.does(clerk, 'recall-proposal', { proposalId: proposal?.proposalId ?? '' });
  });

  it('asks a lead for its evidence before closure, and tells beforehand what is missing', async () => {
    await task.does(reporter, 'report', { progress: '各项措施已完成' });
    const seen = await task.seenBy(head);
    const closure = seen.acts.find(({ operation }) => operation === 'task.request-closure');
    expect(closure).toMatchObject({ open: false });
    expect(closure?.reason).toContain('“验收报告”');
    const request = { selfCheck: '各项措施已完成', committed: true };
    expect(await task.tries(head, 'request-closure', request)).toBe('TASK.EVIDENCE_MISSING');
    const file = await reporter.posts(`evidence?fileName=${encodeURIComponent('验收.pdf')}`, PDF, storedEvidenceSchema);
    const report = (kind: string) => ({ progress: '补充佐证', evidence: [{ ...file, kind }] });
    expect(await task.tries(reporter, 'report', report('现场照片'))).toBe('EVIDENCE.KIND_UNKNOWN');
    await task.does(reporter, 'report', report('验收报告'));
    expect((await task.seenBy(head)).lanes).toMatchObject([{ shown: ['验收报告'] }]);
    await task.does(head, 'request-closure', request);
  });

  it('has the check confirm what the rules asked when it began, whatever they ask since', async () => {
    await publish({ ...ASKING, acceptance: ['群众满意'] }, 'open');
    await running.passTo('2021-08-02T02:00:00.000Z');
    await eventually(async () => {
      expect((await office.administrator.reads('policies', policyListSchema)).behind).toBe(0);
    });
    const { acceptance, rules } = await task.seenBy(verifier);
    expect([acceptance, rules?.policy]).toEqual([['措施全部完成', '长效机制建立'], 'office-3']);
    const met = (criterion: string, note = '') => ({ criterion, met: true, note });
    const pass = (...confirmed: object[]) => ({ conclusion: '资料属实', acceptance: confirmed });
    expect(await task.tries(verifier, 'verify', pass(met('群众满意')))).toBe('TASK.ACCEPTANCE_UNCONFIRMED');
    expect(await task.tries(verifier, 'verify', pass(met('措施全部完成')))).toBe('TASK.ACCEPTANCE_UNCONFIRMED');
    await task.does(verifier, 'verify', pass(met('措施全部完成'), met('长效机制建立', '已印发管理办法')));
  });

  it('shows the closer what was confirmed, and the file with its kind', async () => {
    await task.seenBy(closer);
    const { entries } = await closer.reads(`tasks/${task.taskId}/timeline`, timelineSchema);
    const passed = entries.find(({ type }) => type === 'check.passed');
    expect(passed?.data).toMatchObject({
      acceptance: [
        { criterion: '措施全部完成', met: true, note: '' },
        { criterion: '长效机制建立', met: true, note: '已印发管理办法' },
      ],
    });
    expect(passed?.files).toMatchObject([{ fileName: '验收.pdf', kind: '验收报告' }]);
  });
});
