import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountWithPasswordSchema } from '#contracts';
import { type Role } from '#domain';
import { draftTaskId, newIdOf } from '#engine';
import { eachBounded } from '#platform';
import { eventually } from '#testing';
import { anImport } from '../../acceptance/support/an-import';
import { Person } from '../../acceptance/support/person';
import { AccountClient } from './account-client';

/** Those who act in the load, each with a token. */
export interface Staff {
  readonly clerk: AccountClient;
  readonly reporter: AccountClient;
  readonly head: AccountClient;
  readonly verifier: AccountClient;
  readonly closer: AccountClient;
}

/** An office with a ledger, tasks that are under way and tasks that only wait to be closed. */
export interface BusyOffice {
  readonly staff: Staff;
  readonly ledgerId: string;
  /** Under way: they take reports for ever. */
  readonly underway: readonly string[];
  /** Verified: each can be closed once. */
  readonly verified: readonly string[];
  /** Hung and long overdue: once assigned, each is urged. */
  readonly overdue: readonly string[];
}

const AUTHORITY = { kind: 'document', reference: '云政办发〔2021〕18号' };
const LONG_PAST = '2021-06-30';
const AT_ONCE = 8;

/** Sets the office up on a fresh product, through HTTP alone. */
export async function openBusyOffice(
  address: string,
  dataFolder: string,
  { underway, verified, overdue }: { readonly underway: number; readonly verified: number; readonly overdue: number },
): Promise<BusyOffice> {
  const text = await readFile(join(dataFolder, 'first-sign-in.txt'), 'utf8');
  const admin = await new Person(address, 'admin', /一次性口令：(\S+)/u.exec(text)?.[1] ?? '').signIn();
  const officeId = (await admin.does('units', { name: '云岭市医改办' })).id;
  const leadId = (await admin.does('units', { name: '云岭市卫生健康委' })).id;
  const hire = (login: string, role: Role, unitId: string) => hired(admin, address, login, role, unitId);
  const staff = {
    clerk: await hire('clerk', 'supervision-clerk', officeId),
    reporter: await hire('reporter', 'reporter', leadId),
    head: await hire('head', 'unit-head', leadId),
    verifier: await hire('verifier', 'verifier', officeId),
    closer: await hire('closer', 'closer', officeId),
  };
  const ledger = { name: '医改重点任务台账', code: 'YL2021', closingPrefix: '云医改销' };
  const ledgerId = (await accepted(staff.clerk, address, 'ledgers', ledger)).id;
  const imported = async (name: string, count: number, due?: string): Promise<readonly string[]> => {
    const key = randomUUID();
    await accepted(staff.clerk, address, `ledgers/${ledgerId}/import`, anImport(name, count, due), key);
    const importId = newIdOf(ledgerId, staff.clerk.commandId(key));
    return Array.from({ length: count }, (_, index) => draftTaskId(importId, index));
  };
  const taskIds = await imported('起始', underway + verified);
  const late = overdue === 0 ? [] : await imported('逾期', overdue, LONG_PAST);
  await eachBounded(late, AT_ONCE, (taskId) => setHung(address, staff, taskId, leadId));
  await eachBounded(taskIds.entries(), AT_ONCE, async ([index, taskId]) => {
    await setUnderway(address, staff, taskId, leadId);
    if (index >= underway) await setVerified(address, staff, taskId);
  });
  return { staff, ledgerId, underway: taskIds.slice(0, underway), verified: taskIds.slice(underway), overdue: late };
}

async function hired(admin: Person, address: string, loginName: string, role: Role, unitId: string) {
  const names = { loginName, displayName: `${loginName} 同志` };
  const { accountId, oneTimePassword } = await admin.posts('accounts', names, accountWithPasswordSchema);
  await admin.does(`accounts/${accountId}/grant-post`, { unitId, role });
  const person = new Person(address, loginName, oneTimePassword ?? '');
  return AccountClient.of(person);
}

/** The drafts of an import follow by themselves, so the first act on one may have to wait for it. */
async function setHung(address: string, { clerk }: Staff, taskId: string, leadId: string): Promise<void> {
  const confirmation = { leadUnitIds: [leadId], supportUnitIds: [], limits: 'confirmed' };
  await eventually(() => accepted(clerk, address, `tasks/${taskId}/confirm`, confirmation));
  await accepted(clerk, address, `tasks/${taskId}/hang`, { authority: AUTHORITY, secrecyDeclared: true });
}

async function setUnderway(address: string, staff: Staff, taskId: string, leadId: string): Promise<void> {
  const { clerk, reporter } = staff;
  await setHung(address, staff, taskId, leadId);
  await accepted(clerk, address, `tasks/${taskId}/assign`, { requirements: '按时限办结。' });
  await accepted(reporter, address, `tasks/${taskId}/accept`, {});
}

async function setVerified(address: string, { reporter, head, verifier }: Staff, taskId: string): Promise<void> {
  await accepted(reporter, address, `tasks/${taskId}/report`, { progress: '已全面推开。', percent: 100 });
  await accepted(head, address, `tasks/${taskId}/request-closure`, { selfCheck: '举措均已完成。', committed: true });
  await accepted(verifier, address, `tasks/${taskId}/verify`, { conclusion: '佐证齐全，效果达标。' });
}

async function accepted(client: AccountClient, address: string, path: string, body: object, key = randomUUID()) {
  const fate = await client.send(address, path, body, key);
  if (fate.kind !== 'accepted') throw new Error(`${path}: ${JSON.stringify(fate)}`);
  return fate.outcome;
}
