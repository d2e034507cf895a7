import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentReadingSchema } from '#contracts';
import { CalendarSource, calendarIdOf, DEFAULT_REGION } from '#engine';
import { PEOPLE, SAMPLE_CALENDAR } from '../../../../libs/domain/testing';
import { AwayStore, EngineLab } from '../../../../libs/engine/testing';
import { SpecCallers } from '../../testing/spec-callers';
import { type Caller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { DocumentsController } from './documents.controller';

/** Nobody is looked up: the caller is given with each request. */
class NoCallers extends SpecCallers {
  override resolve(): Promise<Caller> {
    return Promise.reject(new Error('nobody is looked up here'));
  }
}

const SAMPLES = join(__dirname, '../../../../test/samples');
const CALLER: Caller = {
  actor: PEOPLE.clerk,
  loginName: 'clerk',
  sessionId: null,
  mustChangePassword: false,
  correlationId: 'spec',
};

let log: AwayStore;
let lab: EngineLab;
beforeEach(async () => {
  log = new AwayStore();
  lab = await EngineLab.open({ store: log });
});
afterEach(() => lab.close());

async function read(bytes: Buffer) {
  const controller = new DocumentsController(
    new PermissionCheck(new NoCallers()),
    lab.module.get(CalendarSource, { strict: false }),
  );
  return documentReadingSchema.parse(await controller.read(CALLER, {}, bytes));
}
/** Names are told without the blanks that documents put between characters; what is long is cut. */
const bare = (text: string): string => text.replaceAll(/\s/gu, '');

describe('a document that was read', () => {
  describe.each(readdirSync(SAMPLES))('%s', (name) => {
    const sample = readFileSync(join(SAMPLES, name));
    // A character outside the basic plane is two in UTF-16, and one or four in other counts.
    const variants: readonly (readonly [string, Buffer])[] = [
      ['as it is', sample],
      ['behind characters that count twice', Buffer.concat([Buffer.from('𠮷𠮷野家 😀\n'), sample])],
      ['with a byte order mark', Buffer.concat([Buffer.from('\ufeff'), sample])],
    ];

    it.each(variants)('%s, comes with its text, and every span is a stretch of it', async (_variant, bytes) => {
      const { text, tasks } = await read(bytes);
      expect(tasks.length).toBeGreaterThan(0);
      const at = (span: { start: number; end: number } | null) => bare(span ? text.slice(span.start, span.end) : '');
      for (const task of tasks) {
        for (const unit of [...task.leadUnitNames, ...task.supportUnitNames])
          expect(at(unit.span)).toBe(bare(unit.name));
        for (const { span, sourceText } of [...task.limits, ...task.indicators]) {
          expect(at(span)).toBe(bare(sourceText));
        }
        expect(at(task.source.span)).toContain(bare(task.title));
      }
    });
  });

  it('of another encoding is told in one that every browser counts alike', async () => {
    const { text, tasks } = await read(
      Buffer.from('\ufeff一、完善医保支付方式。责任单位：市医保局。完成时限：2021年12月底前。', 'utf16le'),
    );
    const [task] = tasks;
    const unit = task?.leadUnitNames[0];
    expect(text.slice(unit?.span?.start, unit?.span?.end)).toBe('市医保局');
  });

  it('can be read while the log is away, by the calendar that was last known', async () => {
    log.away = true;
    const bytes = Buffer.from('关于建账的通知\n市医保局\n2025年9月5日\n一、建立台账。印发之日起30日内完成。');
    expect((await read(bytes)).tasks[0]?.limits[0]?.due).toBe('2025-10-09');
  });

  it('counts its periods by the calendar that the office has published', async () => {
    const bytes = Buffer.from('关于建账的通知\n市医保局\n2025年9月5日\n一、建立台账。印发之日起30日内完成。');
    const due = async () => (await read(bytes)).tasks[0]?.limits[0]?.due;
    expect(await due()).toBe('2025-10-09');
    const { years } = SAMPLE_CALENDAR;
    const shorter = {
      version: 'office-1',
      region: DEFAULT_REGION,
      years: { ...years, '2025': { ...years['2025'], off: ['2025-10-06'] } },
    };
    await lab.does(
      'calendar.publish',
      calendarIdOf(DEFAULT_REGION),
      { calendar: shorter },
      { by: PEOPLE.systemAdministrator },
    );
    expect(await due()).toBe('2025-10-07');
  });
});
