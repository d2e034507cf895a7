import { aLimit, anIndicator, CLAIMED_NUMBERS, draftContent, PEOPLE, Story, testId } from '../../testing';
import {
  AGGREGATES,
  LEDGER_KINDS,
  type LedgerKind,
  ledgerKindSchema,
  MAX_TASKS_PER_IMPORT,
  PRACTICE_LEDGER,
  practiceNumbers,
} from '..';

const { ledger: aggregate } = AGGREGATES;
const none = new Story({ aggregate, acts: aggregate.acts, facts: CLAIMED_NUMBERS, actor: PEOPLE.clerk });
const LEDGER = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销' };
const created = none.after('ledger.create', LEDGER);
const SOURCE = { kind: 'document', title: '意见', documentNumber: null, year: 2025, contentHash: null } as const;
const tasks = (count: number) => Array.from({ length: count }, () => draftContent());
/** The kit names something new after its place in the story: the second event begins the first import, the third the second. */
const IMPORT_ID = testId(0x30_0001);
const SECOND_IMPORT = testId(0x30_0002);

describe('a ledger', () => {
  it('is created once, for the whole country unless a region is named', () => {
    none
      .when('ledger.create', LEDGER)
      .then([{ type: 'ledger.created', data: { ...LEDGER, region: 'CN', kind: 'reform' } }]);
    created.when('ledger.create', LEDGER).then('LEDGER.EXISTS');
  });

  it('refuses a code or a prefix that no number can begin with', () => {
    none.when('ledger.create', { ...LEDGER, code: '2025' }).thenInvalid('code');
    none.when('ledger.create', { ...LEDGER, closingPrefix: '云医改〔' }).thenInvalid('closingPrefix');
  });

  it('begins only with a code and a prefix that are set aside for it', () => {
    const [code, prefix] = CLAIMED_NUMBERS.ledgerNumbers;
    if (!code || !prefix) throw new Error('two numbers');
    const whose = (...ledgerNumbers: (typeof code)[]) =>
      none.when('ledger.create', LEDGER, { facts: { ledgerNumbers } });
    const taken = { claimed: false, takenBy: '教育台账' };
    whose({ ...code, ...taken }, prefix).then('LEDGER.CODE_TAKEN');
    whose(code, { ...prefix, ...taken }).then('LEDGER.PREFIX_TAKEN');
    const message = '销号文号前缀“云医改销”已被《教育台账》台账使用，请另取一个。';
    expect(whose(code, { ...prefix, ...taken }).result).toMatchObject({ rejection: { message } });
    whose(code, { ...prefix, claimed: false }).then('LEDGER.NUMBERS_NOT_CLAIMED');
    whose().then('LEDGER.NUMBERS_NOT_CLAIMED');
  });

  it('is not imported into before it is there', () => {
    none.when('ledger.import', { source: SOURCE, tasks: tasks(1) }).then('LEDGER.UNKNOWN');
    none.when('ledger.complete-import', { importId: IMPORT_ID }).then('LEDGER.UNKNOWN');
  });
});

describe('the kind of a ledger', () => {
  it('is chosen as it is created, and is reform tasks where nobody chooses', () => {
    none
      .when('ledger.create', { ...LEDGER, kind: 'rectification' })
      .then([{ type: 'ledger.created', data: { kind: 'rectification' } }]);
    expect(created.state?.kind).toBe('reform');
  });

  it('is changed until a task is closed, or is being closed', () => {
    const changed = created.when('ledger.classify', { kind: 'rectification' });
    changed.then([{ type: 'ledger.classified', data: { kind: 'rectification' } }]);
    expect(changed.next.state?.kind).toBe('rectification');
    const signed = { facts: { closingsBegun: true } };
    const late = created.when('ledger.classify', { kind: 'rectification' }, signed);
    late.then('LEDGER.KIND_SIGNED');
    const message = '本台账已有任务按“改革任务”的用语销号，类别不能再改；其他类别的任务请另建台账。';
    expect(late.result).toMatchObject({ rejection: { message } });
  });

  it('asked for again changes nothing, whatever is closed', () => {
    created.when('ledger.classify', { kind: 'reform' }, { facts: { closingsBegun: true } }).then([]);
    none.when('ledger.classify', { kind: 'reform' }).then('LEDGER.UNKNOWN');
  });

  it.each<[LedgerKind, string, string]>([
    ['reform', '改革任务', '已完成 持续推进 未完成'],
    ['rectification', '问题整改', '已整改 持续整改 未整改'],
    ['duties', '责任清单', '已落实 持续落实 未落实'],
    ['assessment', '考核指标', '已达标 持续推进 未达标'],
    ['livelihood', '民生实事', '已办成 持续推进 未办成'],
    ['supervision', '督办事项', '已落实 持续办理 未落实'],
  ])('%s has the words of its field', (kind, word, outcomes) => {
    const { outcomes: said } = LEDGER_KINDS[kind];
    expect([LEDGER_KINDS[kind].word, [said.rectified, said.continuing, said['not-rectified']].join(' ')]).toEqual([
      word,
      outcomes,
    ]);
  });

  it('is one of the list', () => {
    expect(ledgerKindSchema.safeParse('整改').success).toBe(false);
  });

  it('is known of every kind in the list', () => {
    expect(Object.keys(LEDGER_KINDS)).toHaveLength(6);
  });
});

describe('a practice ledger', () => {
  const opened = none.after('ledger.open-practice', {});

  it('is made and marked in one act, for whoever asks', () => {
    none.when('ledger.open-practice', {}, { by: PEOPLE.reporter }).then([
      { type: 'ledger.created', data: { ...PRACTICE_LEDGER, ...practiceNumbers(PEOPLE.reporter.accountId) } },
      { type: 'ledger.marked-practice', data: { accountId: PEOPLE.reporter.accountId } },
    ]);
    expect(opened.state).toMatchObject({ ...PRACTICE_LEDGER, practiceOf: PEOPLE.clerk.accountId, nextSerial: 1 });
    expect(created.state?.practiceOf).toBeNull();
  });

  it('is there once: asking again changes nothing', () => {
    opened.when('ledger.open-practice', {}).then([]);
  });

  it('is never somebody else’s, nor made of a ledger in earnest', () => {
    opened.when('ledger.open-practice', {}, { by: PEOPLE.reporter }).then('LEDGER.EXISTS');
    created.when('ledger.open-practice', {}).then('LEDGER.EXISTS');
    opened.when('ledger.create', LEDGER).then('LEDGER.EXISTS');
  });

  it('takes imports as any other', () => {
    opened.when('ledger.import', { source: SOURCE, tasks: tasks(3) }).then(['ledger.import-started']);
  });
});

describe('an import', () => {
  const running = created.after('ledger.import', { source: SOURCE, tasks: tasks(3) });

  it.each<[string, Parameters<typeof draftContent>[0]]>([
    ['title', { title: '联系13812345678' }],
    ['body', { body: '联系人身份证11010519491231002X' }],
    ['leadUnitNames.0.name', { leadUnitNames: [{ name: '市医保局13812345678', span: null, collective: false }] }],
    ['limits.0.sourceText', { limits: [aLimit('L1', { sourceText: '13812345678' })] }],
    ['indicators.0.name', { indicators: [anIndicator('I1', { name: '13812345678' })] }],
    ['doubts.0.message', { doubts: [{ field: 'body', message: '13812345678' }] }],
    ['source.section', { source: { ...draftContent().source, section: '13812345678' } }],
  ])('refuses a private number and says in which draft it stands: %s', (place, change) => {
    const imported = { source: SOURCE, tasks: [...tasks(1), draftContent(change)] };
    const outcome = created.when('ledger.import', imported);
    outcome.thenInvalid('TEXT.PRIVATE_DATA');
    outcome.thenInvalid(`tasks.1.${place}`);
  });

  it('refuses a private number in the name of its document', () => {
    const source = { ...SOURCE, title: '意见13812345678' };
    created.when('ledger.import', { source, tasks: tasks(1) }).thenInvalid('source.title');
  });

  it('is one event that counts its tasks on from the last', () => {
    created
      .when('ledger.import', { source: SOURCE, tasks: tasks(3) })
      .then([{ type: 'ledger.import-started', data: { importId: IMPORT_ID, firstSerial: 1 } }]);
    running
      .when('ledger.import', { source: SOURCE, tasks: tasks(2) })
      .then([{ type: 'ledger.import-started', data: { importId: SECOND_IMPORT, firstSerial: 4 } }]);
    expect(running.state).toMatchObject({
      nextSerial: 4,
      imports: { [IMPORT_ID]: { taskCount: 3, completed: false } },
    });
  });

  it('is complete once, with the number of its tasks', () => {
    const complete = running.when('ledger.complete-import', { importId: IMPORT_ID });
    complete.then([{ type: 'ledger.import-completed', data: { importId: IMPORT_ID, taskCount: 3 } }]);
    complete.next.when('ledger.complete-import', { importId: IMPORT_ID }).then('LEDGER.IMPORT_NOT_RUNNING');
    running.when('ledger.complete-import', { importId: SECOND_IMPORT }).then('LEDGER.IMPORT_NOT_RUNNING');
    expect(complete.state?.nextSerial).toBe(4);
  });

  it('is bounded and never empty', () => {
    created.when('ledger.import', { source: SOURCE, tasks: [] }).thenInvalid('tasks');
    created.when('ledger.import', { source: SOURCE, tasks: tasks(MAX_TASKS_PER_IMPORT + 1) }).thenInvalid('tasks');
  });
});
