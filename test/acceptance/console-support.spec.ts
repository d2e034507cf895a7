import {
  accountWithPasswordSchema,
  calendarYearAnswerSchema,
  healthReportSchema,
  ledgerNumbersSchema,
  meSchema,
  seenMarkSchema,
} from '#contracts';
import { Office } from './support/office';
import { type Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';
import { Visitor } from './support/visitor';

/** What the console reads besides tasks. */
describe('the console, besides the tasks,', () => {
  let running: RunningHouse;
  let office: Office;
  let clerk: Person;
  let reporter: Person;
  let officeId: string;
  let ledgerId: string;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    officeId = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', officeId);
    const made = await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' });
    ledgerId = made.id;
    reporter = await office.person('reporter', 'reporter', await office.unit('云岭市卫生健康委'), ledgerId);
    await office.administrator.does(`units/${officeId}/rename`, {
      name: '云岭市医改领导小组办公室',
      reason: '机构改革',
    });
  });
  afterAll(() => running.close());

  it('shows people their posts with the present names of units and ledgers', async () => {
    const head = String(await running.foundation.store.head());
    for (const person of [clerk, reporter]) person.seesUpTo(head);
    const [own] = (await clerk.reads('me', meSchema)).posts;
    expect(own).toMatchObject({ role: 'supervision-clerk', unitName: '云岭市医改领导小组办公室', ledgerName: null });
    const [other] = (await reporter.reads('me', meSchema)).posts;
    expect(other).toMatchObject({ unitName: '云岭市卫生健康委', ledgerId, ledgerName: '医改' });
  });

  it('gives a ledger numbers of its own: what another ledger has is named while typing and refused when sent', async () => {
    const typed = await clerk.reads(`ledger-numbers?code=${encodeURIComponent('ｙｌ 2021')}`, ledgerNumbersSchema);
    expect(typed.takenBy).toEqual({ code: '医改', closingPrefix: null });
    const number = encodeURIComponent('云医改〔2021〕3号');
    const { suggested } = await clerk.reads(`ledger-numbers?documentNumber=${number}`, ledgerNumbersSchema);
    expect(suggested).toEqual({ code: 'YYG2021', closingPrefix: '云医改销2' });
    const second = { name: '医改二', code: 'yl2021', closingPrefix: '云教销' };
    expect(await clerk.tries('ledgers', second)).toBe('LEDGER.CODE_TAKEN');
    expect(await clerk.tries('ledgers', { ...second, code: 'JY', closingPrefix: ' 云医改销' })).toBe(
      'LEDGER.PREFIX_TAKEN',
    );
    expect(await clerk.tries('ledgers', { ...second, code: 'JY', closingPrefix: '练习销' })).toBe(
      'LEDGER.PREFIX_FOR_PRACTICE',
    );
    await clerk.does('ledgers', {
      name: '医改二',
      code: suggested.code ?? '',
      closingPrefix: suggested.closingPrefix ?? '',
    });
    expect((await reporter.get('ledger-numbers')).status).toBe(403);
  });

  it('moves the seen mark forward only, and refuses a position beyond the end of the log', async () => {
    const head = String(await running.foundation.store.head());
    expect(await reporter.reads('me/seen', seenMarkSchema)).toEqual({ position: null, seenAt: null });
    const seen = { position: head, seenAt: '2021-08-02T01:00:00.000Z' };
    expect(await reporter.posts('me/seen', { position: head }, seenMarkSchema)).toEqual(seen);
    expect(await reporter.posts('me/seen', { position: '1' }, seenMarkSchema)).toEqual(seen);
    expect(await reporter.reads('me/seen', seenMarkSchema)).toEqual(seen);
    expect(await reporter.tries('me/seen', { position: `${head}0` })).toBe('LOG.POSITION_UNKNOWN');
    expect(await reporter.tries('me/seen', { position: '-1' })).toBe('REQUEST.INVALID');
    expect(await clerk.reads('me/seen', seenMarkSchema)).toEqual({ position: null, seenAt: null });
  });

  it('shows the calendar to everybody, by default of this year', async () => {
    const current = await reporter.reads('calendars/current', calendarYearAnswerSchema);
    expect(current).toMatchObject({ region: 'CN', year: 2021, provisional: false });
    expect(current.days).toContainEqual({ day: '2021-09-26', kind: 'workday', name: '国庆节' });
    const later = await reporter.reads('calendars/current?year=2999', calendarYearAnswerSchema);
    expect(later).toMatchObject({ year: 2999, provisional: true, days: [] });
    expect((await reporter.get('calendars/current?year=3000')).status).toBe(400);
  });

  it('shows the health report to the system administrator and auditors, and refuses it to a clerk', async () => {
    const report = await office.administrator.reads('system/health', healthReportSchema);
    expect(report.ready).toBe(true);
    expect(Object.keys(report.checks)).toEqual(expect.arrayContaining(['database', 'projections', 'deadlines-queue']));
    const auditor = await office.person('auditor', 'auditor', officeId);
    expect((await auditor.get('system/health')).status).toBe(200);
    expect((await clerk.get('system/health')).status).toBe(403);
  });

  it('shows the queues to the system administrator only', async () => {
    const { status, body } = await office.administrator.get('system/queues/api/queues');
    expect([status, body]).toMatchObject([200, { queues: [{ name: 'deadlines', readOnlyMode: true }] }]);
    expect((await clerk.get('system/queues/')).status).toBe(403);
    expect((await fetch(`${running.address}/api/system/queues`)).status).toBe(401);
  });

  it('answers the address of a page with HTML and a content policy, even when the console is not built', async () => {
    const page = await fetch(`${running.address}/tasks/1`, { redirect: 'manual' });
    expect([200, 503]).toContain(page.status);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const unknown = await fetch(`${running.address}/api/nothing`);
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  });

  it('lets a session expire when its page sends unattended requests only', async () => {
    const names = { loginName: 'away', displayName: '外出' };
    const made = await office.administrator.posts('accounts', names, accountWithPasswordSchema);
    const page = await new Visitor(running.address).signedIn('away', made.oneTimePassword ?? '');
    const readsAt = async (time: string, headers: Readonly<Record<string, string>> = {}) => {
      await running.passTo(`2021-08-02T${time}:00.000Z`);
      return (await page.sends('me', { method: 'GET', headers })).status;
    };
    const unattended = { 'x-taizhang-unattended': '1' };
    expect(await readsAt('01:08')).toBe(200);
    expect(await readsAt('01:16', unattended)).toBe(200);
    expect(await readsAt('01:17')).toBe(200);
    expect(await readsAt('01:26', unattended)).toBe(200);
    expect(await readsAt('01:34', unattended)).toBe(401);
  });
});
