import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accountWithPasswordSchema,
  apiErrorSchema,
  commandOutcomeSchema,
  documentReadingSchema,
  meSchema,
  taskDetailSchema,
  tokenWithSecretSchema,
} from '#contracts';
import { readPolicy } from '#documents';
import { compileCalendar } from '#domain';
import { derivedId, draftTaskId, newIdOf } from '#engine';
import { eventually } from '#testing';
import { SAMPLE_CALENDAR } from '../../libs/domain/testing';
import { anImport } from './support/an-import';
import { gbkOf } from './support/gbk';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { type RawAnswer, Visitor } from './support/visitor';

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';
const SAMPLE = readFileSync(join(__dirname, '..', 'samples', 'yunling-2021-lead-support.txt'));
const MEBIBYTE = 1024 * 1024;
const NOWHERE = '00000000-0000-4000-8000-00000000dead';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const FILE = { 'content-type': 'application/octet-stream' };
/** A number with the right check digit that belongs to nobody, and a mobile number. */
const CITIZEN = '11010519491231002X';
const MOBILE = '13800138000';

const AUTHORITY = { kind: 'document', reference: '云政办发〔2021〕18号' };
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TEXT = { 'content-type': 'text/plain' };
const PROTOTYPE = { headers: JSON_TYPE, body: '{"name":"台账","code":"AB","closingPrefix":"销","__proto__":{"x":1}}' };

const UTF8_TEXT = '一、推进医保改革\n牵头单位：市医保局\n二、推进医药改革\n牵头单位：市卫健委\n';
/** The same text as a Windows editor of long ago writes it. */
const GBK_TEXT = gbkOf(UTF8_TEXT);

/** What is wrong is said by a code, a status, a sentence and an id; and nothing is half done. */
describe('bad input', () => {
  let running: RunningHouse;
  let office: Office;
  let nobody: Visitor;
  let administrator: Visitor;
  let clerk: Visitor;
  let reporter: Visitor;
  let stranger: Visitor;
  let verifier: Visitor;
  let closer: Visitor;
  let leadId: string;
  let ledgerId: string;
  /** Drafted; assigned; under way; ready to be closed; closed. */
  let draft: string;
  let assigned: string;
  let underway: string;
  let verified: string;
  let closed: string;

  beforeAll(async () => {
    running = await runHouse(START);
    office = await Office.open(running);
    nobody = new Visitor(running.address);
    administrator = await withToken(office.administrator);
    const officeId = await office.unit('云岭市医改办');
    leadId = await office.unit('云岭市卫生健康委');
    const otherId = await office.unit('云岭市财政局');
    clerk = await withToken(await office.person('clerk', 'supervision-clerk', officeId));
    reporter = await withToken(await office.person('reporter', 'reporter', leadId));
    const head = await withToken(await office.person('head', 'unit-head', leadId));
    stranger = await withToken(await office.person('stranger', 'reporter', otherId));
    verifier = await withToken(await office.person('verifier', 'verifier', officeId));
    closer = await withToken(await office.person('closer', 'closer', officeId));
    const ledger = { name: '医改台账', code: 'YL2021', closingPrefix: '云医改销' };
    ledgerId = idIn(await clerk.sends('ledgers', { body: ledger }));
    [draft, assigned, underway, verified, closed] = await drafted();
    for (const taskId of [assigned, underway, verified, closed]) await assign(taskId);
    for (const taskId of [underway, verified, closed]) await done(reporter, `tasks/${taskId}/accept`, {});
    for (const taskId of [verified, closed]) {
      await done(reporter, `tasks/${taskId}/report`, { progress: '已全面推开。', percent: 100 });
      await done(head, `tasks/${taskId}/request-closure`, { selfCheck: '举措均已完成。', committed: true });
      await done(verifier, `tasks/${taskId}/verify`, { conclusion: '佐证齐全。' });
    }
    await done(closer, `tasks/${closed}/close`, { outcome: 'rectified', statement: '同意。' });
    const visible = (await running.foundation.store.head()) ?? '0';
    await eventually(async () => {
      const { status } = await clerk.sends(`tasks/${closed}?after=${visible}`, { method: 'GET' });
      expect(status).toBe(200);
    });
  });
  afterAll(() => running.close());

  describe('a document', () => {
    const cases: [string, () => Uint8Array, number, string][] = [
      ['that is empty', () => new Uint8Array(), 400, 'DOCUMENT.EMPTY'],
      ['of blanks', () => Buffer.from(' \n\t\n'), 400, 'DOCUMENT.EMPTY'],
      ['that is a program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), 400, 'DOCUMENT.BINARY'],
      ['that is a PDF', () => PDF, 400, 'DOCUMENT.BINARY'],
      ['that is a Word file', () => Buffer.from('PK\u0003\u0004word/document.xml'), 400, 'DOCUMENT.BINARY'],
      ['without a task', () => Buffer.from('今天下午三点开会，请准时参加。'), 400, 'DOCUMENT.NO_TASK'],
      ['in UTF-8 and GBK at once', mixture, 400, 'DOCUMENT.ENCODING'],
      ['beyond the limit of texts', () => Buffer.alloc(6 * MEBIBYTE, '一'), 413, 'DOCUMENT.TOO_LARGE'],
      ['beyond what is taken at all', () => Buffer.alloc(50 * MEBIBYTE, '一'), 413, 'REQUEST.TOO_LARGE'],
    ];
    it.each(cases)('%s', (_name, bytes, status, code) =>
      refused(() => clerk.sends('documents/read', { headers: FILE, body: bytes() }), status, code),
    );

    it('of 50 MB that does not say its length is not kept', () =>
      refused(
        () => clerk.pours('documents/read', 50 * MEBIBYTE, Buffer.alloc(64 * 1024, '一')),
        413,
        'REQUEST.TOO_LARGE',
      ));

    it('of 50 MB is refused by the reader before it is looked at', () => {
      const bytes = Buffer.alloc(50 * MEBIBYTE, '一');
      const before = process.memoryUsage().rss;
      expect(() => readPolicy(bytes, compileCalendar(SAMPLE_CALENDAR))).toThrow('文件超过 5 MiB');
      expect(process.memoryUsage().rss - before).toBeLessThan(bytes.length);
    });

    it('sent as JSON', () =>
      refused(() => clerk.sends('documents/read', { body: { text: '一、任务' } }), 415, 'REQUEST.KIND_REFUSED'));

    it('reads alike in UTF-8 and in GBK, as text and as bytes', async () => {
      const read = async (body: Uint8Array, type: string) => {
        const answer = await clerk.sends('documents/read', { headers: { 'content-type': type }, body });
        expect(answer.status).toBe(200);
        return documentReadingSchema.parse(answer.body).tasks.map(({ title }) => title);
      };
      const titles = await read(GBK_TEXT, 'text/plain; charset=gbk');
      expect(titles).toEqual(['推进医保改革', '推进医药改革']);
      expect(await read(Buffer.from(UTF8_TEXT), 'application/octet-stream')).toEqual(titles);
      expect((await read(SAMPLE, 'text/plain')).length).toBeGreaterThan(4);
    });
  });

  describe('an evidence file', () => {
    const cases: [string, string, () => Uint8Array, number, string][] = [
      ['that is empty', 'a.pdf', () => new Uint8Array(), 400, 'EVIDENCE.EMPTY'],
      ['one byte too large', 'a.pdf', () => pdfOf(20 * MEBIBYTE + 1), 413, 'EVIDENCE.TOO_LARGE'],
      ['much too large', 'a.pdf', () => pdfOf(30 * MEBIBYTE), 413, 'REQUEST.TOO_LARGE'],
      ['that is a web page by another name', 'a.pdf', () => Buffer.from('<html></html>'), 415, 'EVIDENCE.KIND_REFUSED'],
      ['that is a program', 'a.exe', () => Buffer.from('MZ\u0090\u0000'), 415, 'EVIDENCE.KIND_REFUSED'],
      ['without a name', '', () => PDF, 400, 'REQUEST.INVALID'],
    ];
    it.each(cases)('%s', (_name, fileName, bytes, status, code) =>
      refused(() => reporter.sends(`evidence?fileName=${fileName}`, { headers: FILE, body: bytes() }), status, code),
    );

    it('sent as JSON', () =>
      refused(() => reporter.sends('evidence?fileName=a.pdf', { body: {} }), 415, 'REQUEST.KIND_REFUSED'));
    it('named in a report but never stored', () => {
      const evidence = [{ hash: 'f'.repeat(64), fileName: '佐证.pdf', mediaType: 'application/pdf', size: 9 }];
      return refused(() => report({ evidence }), 404, 'EVIDENCE.UNKNOWN');
    });
    it('that nobody has stored', () =>
      refused(() => clerk.sends(`evidence/${'f'.repeat(64)}`, { method: 'GET' }), 404, 'EVIDENCE.UNKNOWN'));
    it('asked for by no hash', () =>
      refused(() => clerk.sends('evidence/..%2f..%2fetc', { method: 'GET' }), 400, 'REQUEST.INVALID'));
  });

  describe('a task', () => {
    it('that is not there', () =>
      refused(
        () => clerk.sends(`tasks/${NOWHERE}/hang`, { body: { authority: AUTHORITY, secrecyDeclared: true } }),
        404,
        'TASK.UNKNOWN',
      ));
    it('that is not there, closed', () =>
      refused(
        () => closer.sends(`tasks/${NOWHERE}/close`, { body: { outcome: 'rectified', statement: '同意。' } }),
        404,
        'TASK.UNKNOWN',
      ));
    it('by an id that is none', () =>
      refused(() => clerk.sends('tasks/1;drop table/void', { body: { reason: '误录' } }), 400, 'REQUEST.INVALID'));
    it('in another state', () =>
      refused(
        () => reporter.sends(`tasks/${assigned}/report`, { body: { progress: '一' } }),
        409,
        'TASK.NOT_ACCEPTED',
      ));
    it('closed a second time', () =>
      refused(
        () => closer.sends(`tasks/${closed}/close`, { body: { outcome: 'rectified', statement: '再次。' } }),
        409,
        'TASK.ALREADY_CLOSED',
      ));
    it('with a form that is stale', () => refused(() => report({ seenRevision: 0 }), 409, 'TASK.CHANGED_SINCE'));
    it('closed with a form that is stale: no number is spent', () =>
      refused(
        () =>
          closer.sends(`tasks/${verified}/close`, {
            body: { outcome: 'rectified', statement: '同意。', seenRevision: 0 },
          }),
        409,
        'TASK.CHANGED_SINCE',
      ));
    it('closed on a day before its last step: no number is spent', () =>
      refused(
        () =>
          closer.sends(`tasks/${verified}/close`, {
            body: { outcome: 'rectified', statement: '同意。', occurredOn: '2021-07-01' },
          }),
        409,
        'TASK.DAY_OUT_OF_ORDER',
      ));
    it('of another unit, acted on', () =>
      refused(
        () => stranger.sends(`tasks/${underway}/report`, { body: { progress: '一' } }),
        403,
        'PERMISSION.DENIED',
      ));
    it('of another unit, read: it is as if it were not there', () =>
      refused(() => stranger.sends(`tasks/${underway}`, { method: 'GET' }), 404, 'TASK.UNKNOWN'));
    it('of one’s own unit is read', async () => {
      const { status, body } = await reporter.sends(`tasks/${underway}`, { method: 'GET' });
      expect([status, taskDetailSchema.parse(body).task.taskId]).toEqual([200, underway]);
    });
    it('of one’s own unit is reached by its id in upper case, as it is read by it', async () => {
      const upper = `tasks/${underway.toUpperCase()}`;
      expect((await reporter.sends(upper, { method: 'GET' })).status).toBe(200);
      expect((await reporter.sends(`${upper}/report`, { body: { progress: '推进中。' } })).status).toBe(201);
    });
    it('hung by somebody who may not', () =>
      refused(
        () => reporter.sends(`tasks/${draft}/hang`, { body: { authority: AUTHORITY, secrecyDeclared: true } }),
        403,
        'PERMISSION.DENIED',
      ));
  });

  describe('a field', () => {
    const cases: [string, object, number, string, RegExp][] = [
      ['that is missing', {}, 400, 'REQUEST.INVALID', /“progress”有误：没有填写/],
      ['that is blank', { progress: '  ' }, 400, 'REQUEST.INVALID', /“progress”有误：没有填写/],
      ['that nobody knows', { progress: '一', colour: 'red' }, 400, 'REQUEST.INVALID', /不认识的字段 colour/],
      ['of another type', { progress: 7 }, 400, 'REQUEST.INVALID', /“progress”有误：类型不对/],
      ['that is too long', { progress: '一'.repeat(4_001) }, 400, 'REQUEST.INVALID', /最多为 4000/],
      ['out of range', { progress: '一', percent: 101 }, 400, 'REQUEST.INVALID', /最多为 100/],
      [
        'with a day that does not exist',
        { progress: '一', occurredOn: '2021-02-30' },
        400,
        'REQUEST.INVALID',
        /日期不存在/,
      ],
      ['with a day to come', { progress: '一', occurredOn: '2021-08-03' }, 409, 'TASK.DAY_IN_FUTURE', /晚于今天/],
      ['with a mobile number', { progress: `请联系${MOBILE}。` }, 400, 'TEXT.PRIVATE_DATA', /手机号码/],
      ['with a citizen number', { progress: '一', problems: CITIZEN }, 400, 'TEXT.PRIVATE_DATA', /身份证号/],
      ['with a character nobody sees', { progress: '一\u0000' }, 400, 'TEXT.CONTROL_CHARACTER', /不能显示/],
      ['with half a character', { progress: '一\ud800' }, 400, 'TEXT.CONTROL_CHARACTER', /不能显示/],
    ];
    it.each(cases)('%s', async (_name, body, status, code, words) => {
      const { message } = await refused(() => reporter.sends(`tasks/${underway}/report`, { body }), status, code);
      expect(message).toMatch(words);
    });

    it('that says a change and changes nothing', () =>
      refused(
        () => clerk.sends(`tasks/${draft}/correct-draft`, { body: { changes: {} } }),
        400,
        'TASK.NOTHING_CHANGED',
      ));
    it('that names a limit twice', () => {
      const limit = { limitId: 'L8', sourceText: '', what: '', due: null, recurrence: null, dueOn: null, span: null };
      const body = { changes: { addedLimits: [limit, limit] } };
      return refused(() => clerk.sends(`tasks/${draft}/correct-draft`, { body }), 400, 'TASK.LIMIT_TWICE');
    });
    it('of a thousand that nobody knows is told in a few words', async () => {
      const body = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`${'k'.repeat(500)}${index}`, 1]));
      const { message } = await refused(() => nobody.sends('sign-in', { body }), 400, 'REQUEST.INVALID');
      expect(message.length).toBeLessThan(500);
    });
  });

  describe('a request', () => {
    it.each<[string, () => Promise<RawAnswer>, number, string]>([
      ['without a body', () => clerk.sends('ledgers'), 400, 'REQUEST.INVALID'],
      [
        'of broken JSON',
        () => clerk.sends('ledgers', { headers: JSON_TYPE, body: '{"name":' }),
        400,
        'REQUEST.INVALID',
      ],
      ['of no JSON', () => clerk.sends('ledgers', { headers: JSON_TYPE, body: '' }), 400, 'REQUEST.INVALID'],
      ['of a list', () => clerk.sends('ledgers', { body: [] }), 400, 'REQUEST.INVALID'],
      ['that reaches for the prototype', () => clerk.sends('ledgers', PROTOTYPE), 400, 'REQUEST.INVALID'],
      ['of a form', () => clerk.sends('ledgers', { headers: FORM, body: 'name=1' }), 415, 'REQUEST.KIND_REFUSED'],
      ['of text', () => clerk.sends('ledgers', { headers: TEXT, body: '{}' }), 415, 'REQUEST.KIND_REFUSED'],
      ['of a large file where fields are wanted', () => largeFile(), 415, 'REQUEST.KIND_REFUSED'],
      [
        'with too much JSON',
        () => clerk.sends('ledgers', { body: { name: 'x'.repeat(5e6) } }),
        413,
        'REQUEST.TOO_LARGE',
      ],
      ['to nowhere', () => clerk.sends('nowhere', { body: {} }), 404, 'REQUEST.NOT_FOUND'],
      ['to a broken address', () => clerk.sends('tasks/%zz', { method: 'GET' }), 400, 'REQUEST.INVALID'],
      [
        'to an endless address',
        () => clerk.sends(`tasks/${'9'.repeat(3_000)}`, { method: 'GET' }),
        404,
        'REQUEST.NOT_FOUND',
      ],
      ['by another method', () => clerk.sends('ledgers', { method: 'PUT', body: {} }), 404, 'REQUEST.NOT_FOUND'],
      ['with a key that is none', () => keyed('ein Schlüssel', {}), 400, 'REQUEST.KEY_INVALID'],
      ['with a key that is too long', () => keyed('k'.repeat(101), {}), 400, 'REQUEST.KEY_INVALID'],
      ['with an empty key', () => keyed('', {}), 400, 'REQUEST.KEY_INVALID'],
    ])('%s', (_name, send, status, code) => refused(send, status, code));

    it('repeated with its key is answered as the first time', async () => {
      const first = await keyed('report-1', { progress: '方案已印发。' });
      expect(first.status).toBe(201);
      const head = await running.foundation.store.head();
      const again = await keyed('report-1', { progress: '方案已印发。' });
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(await running.foundation.store.head()).toBe(head);
    });
    it('repeated with its key and another body', async () => {
      expect((await keyed('report-2', { progress: '方案已印发。' })).status).toBe(201);
      await refused(() => keyed('report-2', { progress: '方案未印发。' }), 422, 'COMMAND.KEY_REUSED');
    });
    it('with its key for another thing is a request of its own', async () => {
      expect((await keyed('report-3', { progress: '方案已印发。' })).status).toBe(201);
      const headers = { 'idempotency-key': 'report-3' };
      expect((await reporter.sends(`tasks/${assigned}/accept`, { headers, body: {} })).status).toBe(201);
    });
    it('with the key of somebody else is a request of its own', async () => {
      expect((await keyed('report-4', { progress: '方案已印发。' })).status).toBe(201);
      const headers = { 'idempotency-key': 'report-4' };
      expect((await clerk.sends('units', { headers, body: { name: '云岭市医保局' } })).status).toBe(201);
    });
  });

  describe('a question', () => {
    it.each<[string, string, number, string]>([
      ['for no rows', 'tasks?limit=0', 400, 'REQUEST.INVALID'],
      ['for too many rows', 'tasks?limit=100000', 400, 'REQUEST.INVALID'],
      ['for a number of rows that is none', 'tasks?limit=viele', 400, 'REQUEST.INVALID'],
      ['with a parameter that nobody knows', 'tasks?colour=red', 400, 'REQUEST.INVALID'],
      ['with a lamp that nobody knows', 'tasks?lamp=pink', 400, 'REQUEST.INVALID'],
      ['with a day that does not exist', 'tasks?dueFrom=2021-02-30', 400, 'REQUEST.INVALID'],
      ['with a page mark made up', 'tasks?cursor=abc', 400, 'REQUEST.INVALID'],
      ['with a position made up', 'tasks?after=morgen', 400, 'REQUEST.INVALID'],
      ['with two positions', 'tasks?after=1&after=2', 400, 'REQUEST.INVALID'],
      ['for a task that is not there', `tasks/${NOWHERE}`, 404, 'TASK.UNKNOWN'],
      ['for the course of a task that is not there', `tasks/${NOWHERE}/timeline`, 404, 'TASK.UNKNOWN'],
      ['for a task by no id', 'tasks/1', 400, 'REQUEST.INVALID'],
      ['for an import that is not there', `imports/${NOWHERE}`, 404, 'IMPORT.UNKNOWN'],
    ])('%s', (_name, path, status, code) => refused(() => clerk.sends(path, { method: 'GET' }), status, code));

    it('for more than a role may see', () =>
      refused(() => reporter.sends(`tasks/${underway}/events`, { method: 'GET' }), 403, 'PERMISSION.DENIED'));
    it('for what is not in the log yet', () =>
      refused(() => clerk.sends('ledgers?after=999999999', { method: 'GET' }), 503, 'PROJECTION.BEHIND'));
  });

  describe('a visitor', () => {
    it.each(['ledgers', 'units', 'documents/read', 'accounts', 'me/tokens', 'me/password', 'sign-out'])(
      'who is not signed in, at %s',
      (path) => refused(() => nobody.sends(path, { body: {} }), 401, 'IDENTITY.NOT_SIGNED_IN'),
    );
    it('with a token made up', () =>
      refused(
        () => nobody.with({ authorization: 'Bearer made-up' }).sends('units', { body: {} }),
        401,
        'IDENTITY.TOKEN_REFUSED',
      ));
    it('with a cookie made up', () =>
      refused(
        () => nobody.with({ cookie: 'taizhang_session=made-up' }).sends('units', { body: {} }),
        401,
        'IDENTITY.SESSION_ENDED',
      ));
    it('with a wrong password', () =>
      refused(
        () => nobody.sends('sign-in', { body: { loginName: 'admin', password: 'Wrong-Password-1' } }),
        401,
        'IDENTITY.SIGN_IN_REFUSED',
      ));
    it('who must change the password first', async () => {
      const { visitor } = await newcomer('newcomer');
      await refused(() => visitor.sends('units', { body: { name: '某局' } }), 403, 'IDENTITY.PASSWORD_CHANGE_DUE');
    });
    it('who wants a weak password', async () => {
      const { visitor, password } = await newcomer('weakling');
      const body = { currentPassword: password, newPassword: 'weakling' };
      await refused(() => visitor.sends('me/password', { body }), 400, 'IDENTITY.PASSWORD_WEAK');
    });
    it('whom another site sends', async () => {
      const { visitor } = await newcomer('misled');
      for (const site of ['cross-site', 'same-site']) {
        const sent = visitor.with({ 'sec-fetch-site': site });
        await refused(() => sent.sends('me/password', { body: {} }), 403, 'REQUEST.FOREIGN_ORIGIN');
      }
    });
    it('who has signed out', async () => {
      const { visitor } = await newcomer('leaver');
      expect((await visitor.sends('sign-out')).status).toBe(204);
      await refused(() => visitor.sends('me', { method: 'GET' }), 401, 'IDENTITY.SESSION_ENDED');
    });
    it('who was away too long', async () => {
      const { visitor } = await newcomer('sleeper');
      running.clock.advance(11 * 60_000);
      await refused(() => visitor.sends('me', { method: 'GET' }), 401, 'IDENTITY.SESSION_ENDED');
    });
    it('whose login name is taken', async () => {
      await newcomer('twin');
      const body = { loginName: 'TWIN', displayName: '另一人' };
      await refused(() => administrator.sends('accounts', { body }), 409, 'IDENTITY.LOGIN_NAME_TAKEN');
    });
  });

  /** Expects a refusal: code, status, a Chinese sentence, an id, and a log that has not grown. */
  async function refused(
    send: () => Promise<Pick<RawAnswer, 'status' | 'body'>>,
    status: number,
    code: string,
  ): Promise<{ readonly message: string }> {
    const { store } = running.foundation;
    const head = await store.head();
    const answer = await send();
    const error = apiErrorSchema.loose().parse(answer.body);
    expect([answer.status, error.code]).toEqual([status, code]);
    expect(error.message).toMatch(/[\u4e00-\u9fff].*。$/u);
    expect(error.message).not.toMatch(/[,;!?]|Error|undefined|\[object/u);
    expect(error.errorId).toMatch(/^[0-9a-f-]{36}$/u);
    expect(Object.keys(error).filter((name) => !['code', 'message', 'errorId', 'details'].includes(name))).toEqual([]);
    expect(await store.head()).toBe(head);
    return error;
  }

  const report = (body: object) =>
    reporter.sends(`tasks/${underway}/report`, { body: { progress: '方案已印发。', ...body } });
  const keyed = (key: string, body: object) =>
    reporter.sends(`tasks/${underway}/report`, { headers: { 'idempotency-key': key }, body });
  const largeFile = () => nobody.sends('sign-in', { headers: FILE, body: Buffer.alloc(19 * MEBIBYTE) });

  async function withToken(person: Person): Promise<Visitor> {
    const { secret } = await person.posts('me/tokens', { name: '测试', days: 1 }, tokenWithSecretSchema);
    return new Visitor(running.address, { authorization: `Bearer ${secret}` });
  }

  /** Somebody with an account, still with the password that the administrator was given for them. */
  async function newcomer(loginName: string): Promise<{ visitor: Visitor; password: string }> {
    const body = { loginName, displayName: `${loginName} 同志` };
    const made = await administrator.sends('accounts', { body });
    const { oneTimePassword } = accountWithPasswordSchema.parse(made.body);
    const password = oneTimePassword ?? '';
    return { visitor: await nobody.signedIn(loginName, password), password };
  }

  async function drafted(): Promise<[string, string, string, string, string]> {
    const me = await clerk.sends('me', { method: 'GET' });
    const { accountId } = meSchema.parse(me.body);
    await done(clerk, `ledgers/${ledgerId}/import`, anImport('医改', 5), 'import');
    const importId = newIdOf(ledgerId, derivedId('command', accountId, 'import'));
    const at = (index: number) => draftTaskId(importId, index);
    return [at(0), at(1), at(2), at(3), at(4)];
  }

  async function assign(taskId: string): Promise<void> {
    const confirmation = { leadUnitIds: [leadId], supportUnitIds: [], limits: 'confirmed' };
    // The drafts of an import follow by themselves.
    await eventually(() => done(clerk, `tasks/${taskId}/confirm`, confirmation));
    await done(clerk, `tasks/${taskId}/hang`, { authority: AUTHORITY, secrecyDeclared: true });
    await done(clerk, `tasks/${taskId}/assign`, {});
  }
});

async function done(visitor: Visitor, path: string, body: object, key?: string): Promise<void> {
  const { status, body: answer } = await visitor.sends(path, {
    body,
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
  if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
}

function idIn({ body }: RawAnswer): string {
  return commandOutcomeSchema.parse(body).id;
}

function pdfOf(size: number): Buffer {
  return Buffer.concat([PDF, Buffer.alloc(size - PDF.length)]);
}

function mixture(): Uint8Array {
  return Buffer.concat([Buffer.from(UTF8_TEXT), GBK_TEXT]);
}
