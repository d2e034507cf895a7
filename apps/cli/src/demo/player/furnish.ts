import { readFile, rm } from 'node:fs/promises';
import { readEvent, shanghaiInstant } from '#domain';
import { poll, TaizhangError } from '#platform';
import { ensureFirstAccount, ensureFirstPosts, ensureRules } from '#runtime';
import { ADMINISTRATOR, CLERK, type DemoPerson, OFFICE_PEOPLE, SECURITY, UNIT_PEOPLE } from '../content/people';
import { ALIASES, CITY, DISTRICTS, FIRST_UNITS, GOVERNMENT } from '../content/units';
import { demoLedgerId, demoUnitId } from '../story/demo-ids';
import { type DemoStory } from '../story/write-story';
import { demoAccountId, type DemoOffice } from './demo-office';

/** The passwords that people choose, by login name. */
export type Passwords = ReadonlyMap<string, string>;

/** How long the drafts may take to follow from the import, in milliseconds. */
const PATIENCE = 60_000;
const GRANTED_APART = '系统、安全、审计三类管理员分设，收回首任管理员的安全管理岗位。';

/** The first day: the rules, units, people, the document, its units and their people. */
export async function furnish(office: DemoOffice, story: DemoStory, passwords: Passwords): Promise<void> {
  const { first } = story.days;
  const { clock } = office.stage;
  clock.set(shanghaiInstant(first, '08:30'));
  // Else the first start afterwards would write them, dated after the year that they were in force.
  await ensureRules(office.stage.program.bus);
  await appointAdministrator(office, passwords);
  await makeUnit(office, ADMINISTRATOR, GOVERNMENT);
  for (const unit of FIRST_UNITS) await makeUnit(office, ADMINISTRATOR, unit);
  await employ(office, OFFICE_PEOPLE, passwords);
  await appointSecurity(office);
  for (const person of OFFICE_PEOPLE.filter(({ loginName }) => loginName !== SECURITY)) await appoint(office, person);
  clock.set(shanghaiInstant(first, '10:05'));
  await importDocument(office, story);
  clock.set(shanghaiInstant(first, '14:20'));
  for (const unit of unitsNamedBy(story)) await makeUnit(office, CLERK, unit);
  for (const [alias, unit] of Object.entries(ALIASES)) {
    await office.does(CLERK, 'unit.add-alias', demoUnitId(unit), { alias });
  }
  clock.set(shanghaiInstant(first, '15:40'));
  await employ(office, UNIT_PEOPLE, passwords);
  for (const person of UNIT_PEOPLE) await appoint(office, person);
}

/** The first start leaves a password in a file; the administrator chooses another, and the file goes. */
async function appointAdministrator(office: DemoOffice, passwords: Passwords): Promise<void> {
  const { foundation, program } = office.stage;
  const { accounts } = foundation.identity;
  const signIn = await ensureFirstAccount(foundation);
  await ensureFirstPosts(foundation, program.bus);
  const account = await accounts.findAccountByLoginName(ADMINISTRATOR);
  if (!signIn || !account) throw new Error('the program has an administrator already');
  const { accountId, displayName: name } = account;
  const currentPassword = /一次性口令：(\S+)/u.exec(await readFile(signIn.passwordFile, 'utf8'))?.[1] ?? '';
  await accounts.changePassword({ accountId, currentPassword, newPassword: passwordOf(passwords, ADMINISTRATOR) });
  await rm(signIn.passwordFile);
  office.introduce(ADMINISTRATOR, { accountId, name });
}

/** Hashing is what takes the time, so it goes on side by side. */
async function employ(office: DemoOffice, people: readonly DemoPerson[], passwords: Passwords): Promise<void> {
  await Promise.all(
    people.map((person) => office.employ(person, ADMINISTRATOR, passwordOf(passwords, person.loginName))),
  );
}

function passwordOf(passwords: Passwords, loginName: string): string {
  const password = passwords.get(loginName);
  if (password === undefined) throw new RangeError(`${loginName} has no password`);
  return password;
}

/** The administrator gives the security post to somebody else, who then takes the administrator's own away. */
async function appointSecurity(office: DemoOffice): Promise<void> {
  const security = OFFICE_PEOPLE.find(({ loginName }) => loginName === SECURITY);
  if (security) await appoint(office, security, ADMINISTRATOR);
  const { accountId, posts } = await office.actorOf(ADMINISTRATOR);
  for (const { postId, role } of posts) {
    if (role === 'security-administrator') {
      await office.does(SECURITY, 'account.revoke-post', accountId, { postId, reason: GRANTED_APART });
    }
  }
}

async function appoint(office: DemoOffice, person: DemoPerson, by = SECURITY): Promise<void> {
  for (const role of person.roles) {
    const post = { unitId: demoUnitId(person.unit), role };
    const accountId = demoAccountId(person.loginName);
    const { events } = await office.does(by, 'account.grant-post', accountId, post);
    if (events.includes('account.proposed')) await approve(office, accountId);
  }
}

/** What concerns those who check and close takes two: the administrator approves what the other asked for. */
async function approve(office: DemoOffice, accountId: string): Promise<void> {
  const { store } = office.stage.foundation;
  const asked = (await store.readStream(`account-${accountId}`)).map(readEvent).at(-1);
  if (asked?.type !== 'account.proposed') throw new Error('nothing was asked for');
  const { proposalId } = asked.data;
  await office.does(ADMINISTRATOR, 'account.decide-proposal', accountId, { proposalId, result: 'approved' });
}

async function makeUnit(office: DemoOffice, by: string, name: string): Promise<void> {
  const parentId = name === GOVERNMENT ? null : demoUnitId(GOVERNMENT);
  await office.does(by, 'unit.create', null, { name, parentId });
}

/** The names of the document that are units of their own, then the districts behind its collective name. */
function unitsNamedBy({ reading }: DemoStory): string[] {
  const named = reading.tasks.flatMap(({ leadUnitNames, supportUnitNames }) => [...leadUnitNames, ...supportUnitNames]);
  const real = named.filter(({ collective }) => !collective).map(({ name }) => name);
  const there = new Set<string>([...FIRST_UNITS, ...Object.keys(ALIASES)]);
  return [...new Set([...real, ...DISTRICTS])].filter((name) => !there.has(name));
}

async function importDocument(office: DemoOffice, { reading, seed }: DemoStory): Promise<void> {
  const ledger = { name: `${CITY}医改年度重点任务台账`, code: 'YG', closingPrefix: '澄医改销' };
  await office.does(CLERK, 'ledger.create', null, ledger, 'ledger.create');
  const ledgerId = demoLedgerId(seed);
  await office.does(CLERK, 'ledger.import', ledgerId, reading, 'ledger.import');
  const { store } = office.stage.foundation;
  const completed = async (): Promise<true | undefined> =>
    (await store.readStream(`ledger-${ledgerId}`)).some(({ type }) => type === 'ledger.import-completed') || undefined;
  if (await poll(completed, PATIENCE, 20)) return;
  throw new TaizhangError('DEMO.IMPORT_STUCK', '演示文件导入后没有生成任务草稿，请用 --fresh 重新开始。');
}
