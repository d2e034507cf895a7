import { type Day, type DraftContent, shanghaiInstant } from '#domain';
import { STEADY, SUPPORTING } from '../content/common-talk';
import { type DemoDays } from '../content/demo-days';
import { type TaskTalk } from '../content/demo-task';
import { type DemoFile } from '../content/evidence-files';
import { CLERK, CLOSER, LEADER, personOf, VERIFIER } from '../content/people';
import { documentNumber } from '../content/document';
import { type DemoAct } from './act';
import { type Chance } from '../../chance';
import { demoUnitId } from './demo-ids';
import { type Course, coursesOf, valueAt } from './readings';

/** What a script is written for. */
export interface ScriptOptions {
  readonly taskId: string;
  readonly draft: DraftContent;
  readonly talk: TaskTalk;
  /** Names in the register. */
  readonly lead: string;
  readonly support: readonly string[];
  readonly days: DemoDays;
  readonly chance: Chance;
}

/** A dated limit, or a period of a recurring one, that a report names as done. */
export interface DonePart {
  readonly limitId: string;
  readonly period: string | null;
}

/** What a report says besides how far things are. */
export interface ReportOptions {
  /** What the report says is done. */
  readonly done?: readonly DonePart[];
  readonly troubled?: boolean;
  readonly filed?: boolean;
}

/** Working days that a return gives. */
const TO_MEND = 10;

const MORNING = 9 * 60;
const EVENING = 17 * 60 + 30;

/** Writes what people do about one task, in order: each verb is a step on a day, by whoever takes it. */
export class TaskScript {
  readonly acts: DemoAct[] = [];
  readonly days: DemoDays;
  readonly chance: Chance;
  readonly draft: DraftContent;
  /** The unit that the next steps are of: the lead, or one of several for a while. */
  lead: string;
  /** As they stand after the office's corrections. */
  limits: readonly Pick<DraftContent['limits'][number], 'limitId' | 'due' | 'recurrence'>[];
  /** From when the unit owes the periods of a recurring duty. */
  assignedOn: Day | null = null;
  private readonly courses: readonly Course[];
  private readonly periodsSettled = new Set<string>();
  private readonly said = new Set<string>();
  /** The units that lead, together where there are several. */
  private leads: readonly string[];
  private lastDay: Day = '';
  private lastMinute = 0;

  constructor(private readonly options: ScriptOptions) {
    this.days = options.days;
    this.chance = options.chance;
    this.draft = options.draft;
    this.limits = options.draft.limits;
    this.lead = options.lead;
    this.leads = [options.lead];
    this.courses = coursesOf(options.draft.indicators, options.chance);
  }

  get support(): readonly string[] {
    return this.options.support.filter((unit) => !this.leads.includes(unit));
  }

  /** One more unit leads beside the first: named before the task is confirmed. */
  leadsToo(unit: string): void {
    this.leads = [...this.leads, unit];
  }

  /** Each of the leads takes the same step, one after the other. */
  eachLead(step: () => void): void {
    const { lead } = this;
    for (const unit of this.leads) {
      this.lead = unit;
      step();
    }
    this.lead = lead;
  }

  /** The office corrects the draft, as far as the reading left it doubtful. */
  correctDraft(day: Day, changes: object): void {
    this.act(day, CLERK, 'task.correct-draft', { changes });
  }

  /** The office settles a limit of the draft that the reading could not count out. */
  settleLimit(day: Day, limitId: string, due: Day, what: string): void {
    this.correctDraft(day, { changedLimits: [{ limitId, what, due }] });
    this.dueBecomes(limitId, due);
  }

  /** The office moves a limit of a running task with the leader's consent; the former day stays visible. */
  moveLimit(day: Day, limitId: string, due: Day, reason: string): void {
    this.correct(day, { changedLimits: [{ limitId, due }] }, reason);
    this.approve(day);
    this.dueBecomes(limitId, due);
  }

  confirm(day: Day): void {
    const limits = this.draft.limits.length > 0 ? 'confirmed' : 'none';
    const supportUnitIds = this.support.map(demoUnitId);
    this.act(day, CLERK, 'task.confirm', { leadUnitIds: this.leads.map(demoUnitId), supportUnitIds, limits });
  }

  hang(day: Day): void {
    const authority = { kind: 'document', reference: documentNumber(this.days) };
    this.act(day, CLERK, 'task.hang', { authority, secrecyDeclared: true });
  }

  assign(day: Day, requirements = '请明确专人负责，按时限办结，进展如实填报。'): void {
    this.assignedOn = day;
    this.act(day, CLERK, 'task.assign', { requirements, replyBy: this.days.after(day, 5) });
  }

  /** The unit asks for a later day, and somebody else decides. */
  extend(day: Day, limitId: string, due: Day, reason: string): void {
    this.ofUnit(day, 'reporter', 'task.extend', { limitId, due, reason });
  }

  /** The leader agrees to what was asked for last. */
  approve(day: Day): void {
    this.act(day, LEADER, 'task.decide-proposal', { result: 'approved' });
  }

  /** The leader refuses what was asked for last. */
  refuse(day: Day, reason: string): void {
    this.act(day, LEADER, 'task.decide-proposal', { result: 'refused', reason });
  }

  /** The leads accept, and with them the supporting units that have an account. */
  accept(day: Day): void {
    this.eachLead(() => {
      this.ofUnit(day, 'reporter', 'task.accept', {});
    });
    for (const unit of this.support) {
      const person = personOf(unit, 'reporter');
      if (person) this.act(day, person.loginName, 'task.accept', {});
    }
  }

  decline(day: Day, reason: string): void {
    this.ofUnit(day, 'unit-head', 'task.decline', { reason });
  }

  /** A declined task is given to another unit. */
  moveTo(day: Day, lead: string, reason: string): void {
    this.lead = lead;
    this.leads = [lead];
    const supportUnitIds = this.support.map(demoUnitId);
    this.act(day, CLERK, 'task.correct', { changes: { leadUnitIds: [demoUnitId(lead)], supportUnitIds }, reason });
  }

  correct(day: Day, changes: object, reason: string): void {
    this.act(day, CLERK, 'task.correct', { changes, reason });
  }

  /** The lead unit reports. @param share how much of the way is gone, 0 to 1 */
  report(day: Day, share: number, { done = [], troubled = false, filed = false }: ReportOptions = {}): void {
    const values = this.courses.map((course) => ({ course, value: valueAt(course, share, this.chance) }));
    const { talk } = this.options;
    const body = {
      progress: `${this.news(share)}${values.map(({ course, value }) => sentence(course, value)).join('')}`,
      problems: troubled ? talk.problem : '',
      nextSteps: share < 1 && this.chance.happens(60) ? talk.next : '',
      helpNeeded: troubled && this.chance.happens(35) ? '请市医改办协调有关单位共同研究解决。' : '',
      percent: Math.round(share * 100),
      readings: values.map(({ course, value }) => ({
        indicatorId: course.indicator.indicatorId,
        value,
        readOn: this.days.before(day, 1),
      })),
      done,
    };
    this.ofUnit(day, 'reporter', 'task.report', body, filed ? this.files(day, share) : []);
  }

  /** A supporting unit tells what it has done; where it has no account, the office writes down what it was told. */
  reportOfSupport(day: Day, unit: string): void {
    this.takenBy(unit, day, 'reporter', 'task.report', { progress: this.chance.pick(SUPPORTING) });
  }

  /** Claims a period for reporting. @returns false when it was claimed before */
  takesOn(limitId: string, period: string): boolean {
    const key = `${limitId} ${period}`;
    if (this.periodsSettled.has(key)) return false;
    this.periodsSettled.add(key);
    return true;
  }

  requestClosure(day: Day): void {
    const selfCheck = `各项举措均已完成，${this.courses.length > 0 ? '指标达到要求，' : ''}佐证材料齐全。`;
    this.ofUnit(day, 'unit-head', 'task.request-closure', { selfCheck, committed: true });
  }

  verify(day: Day, by = VERIFIER): void {
    this.act(day, by, 'task.verify', { conclusion: '对照任务逐项核对，佐证材料与填报一致，同意销号。' });
  }

  /** The verifier sends it back, and gives the last dated limit a new day. */
  giveBack(day: Day, missing: string, by = VERIFIER): void {
    const dated = this.limits
      .filter(({ due }) => due !== null)
      .sort((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1));
    const due = this.days.after(day, TO_MEND);
    const reopened = dated.slice(-1).map(({ limitId }) => ({ limitId, due }));
    this.act(day, by, 'task.return', { missing, ...(reopened.length > 0 ? { reopened } : {}) });
  }

  close(day: Day, outcome: 'rectified' | 'continuing' = 'rectified'): void {
    const statement =
      outcome === 'rectified' ? '任务已完成，同意销号。' : '主要目标已完成，同意销号；后续事项转入日常工作持续推进。';
    this.act(day, CLOSER, 'task.close', { outcome, statement });
  }

  urge(day: Day, message: string): void {
    this.act(day, CLERK, 'task.urge', { message });
  }

  /** The leader tells the leads what to explain, within the days that the rules give. */
  instruct(day: Day, text: string): void {
    this.act(day, LEADER, 'task.instruct', { text });
  }

  /** The lead answers what the leader asked. */
  answer(day: Day, text: string): void {
    this.ofUnit(day, 'unit-head', 'task.answer-instruction', { text });
  }

  /** The office asks, and the leader agrees: the units have begun. */
  voidIt(day: Day, reason: string): void {
    this.act(day, CLERK, 'task.void', { reason });
    this.approve(day);
  }

  terminate(day: Day, reason: string, reference: string): void {
    this.act(day, CLERK, 'task.terminate', { reason, authority: { kind: 'instruction', reference } });
    this.approve(day);
  }

  suspend(day: Day, until: Day, reason: string, reference: string): void {
    this.act(day, CLERK, 'task.suspend', { until, reason, authority: { kind: 'meeting', reference } });
    this.approve(day);
  }

  /** The office lets a suspended task go on. */
  resume(day: Day): void {
    this.act(day, CLERK, 'task.resume', {});
  }

  /** One child for each unit, under a name by which the units are found again. */
  split(day: Day, units: readonly string[], listName: string, requirements: string): void {
    const children = units.map((unit) => ({ leadUnitIds: [demoUnitId(unit)] }));
    const indicators = this.courses.map(({ indicator: { indicatorId, unit } }) => ({
      indicatorId,
      rule: unit === '%' ? 'average' : 'sum',
    }));
    const rule = { progress: 'average', indicators };
    this.act(day, CLERK, 'task.split', { by: 'units', children, rule, listName, requirements });
  }

  /** Whoever took the last step takes it back. */
  takeBack(day: Day): void {
    this.act(day, this.acts.at(-1)?.by ?? CLERK, 'task.withdraw', {});
  }

  /** Any other step. */
  act(day: Day, by: string, operation: string, body: object, files: readonly DemoFile[] = []): void {
    if (day < this.days.first || day > this.days.last || day < this.lastDay) {
      throw new RangeError(`${operation} of ${this.draft.title} on ${day} is out of order or out of the year`);
    }
    const minute = this.minuteOn(day);
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const at = shanghaiInstant(day, time);
    this.acts.push({ at, by, operation, id: this.options.taskId, body, files });
  }

  private dueBecomes(limitId: string, due: Day): void {
    this.limits = this.limits.map((limit) => (limit.limitId === limitId ? { ...limit, due } : limit));
  }

  private minuteOn(day: Day): number {
    const again = day === this.lastDay;
    const minute = again
      ? this.lastMinute + this.chance.integer(3, 25)
      : this.chance.integer(MORNING + 5, EVENING - 90);
    this.lastDay = day;
    this.lastMinute = minute;
    return minute;
  }

  private ofUnit(
    day: Day,
    role: 'reporter' | 'unit-head',
    operation: string,
    body: object,
    files: readonly DemoFile[] = [],
  ): void {
    this.takenBy(this.lead, day, role, operation, body, files);
  }

  /** A unit takes a step; where it has no account, the office records what it was told. */
  private takenBy(
    unit: string,
    day: Day,
    role: 'reporter' | 'unit-head',
    operation: string,
    body: object,
    files: readonly DemoFile[] = [],
  ): void {
    const person = personOf(unit, role);
    if (person) {
      this.act(day, person.loginName, operation, body, files);
      return;
    }
    const how = this.chance.pick(['phone', 'message', 'meeting', 'message'] as const);
    const onBehalf = { unitId: demoUnitId(unit), saidBy: `${unit}联络员`, how, saidOn: this.days.before(day, 1) };
    this.act(day, CLERK, `${operation}-on-behalf`, { ...body, onBehalf }, files);
  }

  private saying(share: number): string {
    const [early, middle, late] = this.options.talk.progress;
    if (share < 0.4) return early;
    return share < 0.85 ? middle : late;
  }

  /** What is new is told once; afterwards things go their way. */
  private news(share: number): string {
    const saying = this.saying(share);
    if (this.said.has(saying)) return this.chance.pick(STEADY);
    this.said.add(saying);
    return saying;
  }

  private files(day: Day, share: number): DemoFile[] {
    const { talk } = this.options;
    const lines = [`报送单位：${this.lead}`, `任务：${this.draft.title}`, `日期：${day}`, this.saying(share)];
    const page: DemoFile = { kind: 'paper', name: `${talk.paper}（${day.slice(0, 7)}）`, lines };
    if (this.courses.length === 0) return [page];
    const bars = [0.25, 0.5, 0.75, 1].map((part) => 0.15 + 0.85 * share * part);
    return [page, { kind: 'picture', name: `${talk.paper}走势（${day.slice(0, 7)}）`, bars }];
  }
}

function sentence({ indicator }: Course, value: number): string {
  return `${indicator.name}为${value}${indicator.unit}。`;
}
