import { addDays, type Day, dayInShanghai, epochMillis, isWorkingDay, shanghaiInstant, TASK_ACTS } from '#domain';
import { type CompiledCalendar } from '#domain';
import { TaizhangError } from '#platform';
import { type DemoAct } from '../story/act';
import { type DemoStory } from '../story/write-story';
import { DemoOffice, type DemoStage } from './demo-office';
import { furnish, type Passwords } from './furnish';

/** How far the year has been played. */
export interface PlayProgress {
  readonly day: Day;
  /** Days played and days in all. */
  readonly daysDone: number;
  readonly days: number;
  /** What people have done, and what reminders and urgings have come by themselves. */
  readonly acts: number;
  readonly fired: number;
}

/** How a story is played. */
export interface PlayOptions {
  readonly stage: Omit<DemoStage, 'seed'>;
  readonly story: DemoStory;
  readonly calendar: CompiledCalendar;
  readonly passwords: Passwords;
  /** The present moment: nothing is recorded later than this. */
  readonly now: Date;
  readonly onProgress?: (progress: PlayProgress) => void;
  readonly signal?: AbortSignal;
}

/** Reminders come in the morning: the clock stops then, and people act after it. */
const MORNING = '08:50';

/**
 * Plays a story from its first day to the present moment, day by day: the clock is moved, due timers are swept, people act.
 * @throws CommandRefused when the story and the rules do not fit; TaizhangError DEMO.STOPPED when told to stop
 */
export async function playStory(options: PlayOptions): Promise<PlayProgress> {
  const { story, calendar, now, onProgress, signal } = options;
  const play = new Play(options);
  await furnish(play.office, story, options.passwords);
  const days = everyDay(story.days.first, dayInShanghai(now.toISOString()));
  const acts = actsByDay(story.acts);
  let progress: PlayProgress = { day: story.days.first, daysDone: 0, days: days.length, acts: 0, fired: 0 };
  for (const [index, day] of days.entries()) {
    if (signal?.aborted === true) throw stopped();
    if (isWorkingDay(day, calendar)) await play.passTo(day, MORNING);
    for (const act of acts.get(day) ?? []) await play.perform(act);
    progress = { ...progress, day, daysDone: index + 1, acts: play.acts, fired: play.fired };
    onProgress?.(progress);
  }
  await play.endAt(now);
  return progress;
}

function stopped(): TaizhangError {
  return new TaizhangError('DEMO.STOPPED', '演示没有演完即被停止，下次启动时将重新演示。');
}

function everyDay(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function actsByDay(acts: readonly DemoAct[]): ReadonlyMap<Day, DemoAct[]> {
  const byDay = new Map<Day, DemoAct[]>();
  for (const act of acts) {
    const day = dayInShanghai(act.at);
    const others = byDay.get(day);
    if (others) others.push(act);
    else byDay.set(day, [act]);
  }
  return byDay;
}

class Play {
  readonly office: DemoOffice;
  acts = 0;
  fired = 0;

  constructor(private readonly options: PlayOptions) {
    this.office = new DemoOffice({ ...options.stage, seed: options.story.seed });
  }

  async perform({ at, by, operation, id, body, files }: DemoAct): Promise<void> {
    this.options.stage.clock.set(at);
    const evidence = files.length > 0 ? { evidence: await this.office.uploads(by, files) } : {};
    await this.office.does(by, operation, id, { ...body, ...evidence });
    if (operation === TASK_ACTS['task.split'].type && id !== null) await this.office.childrenBegun(id);
    this.acts += 1;
  }

  /** Moves the clock and lets everything fall due that has; what follows from it at the same moment, too. */
  async passTo(day: Day, time: string): Promise<void> {
    const instant = shanghaiInstant(day, time);
    const { now, stage } = this.options;
    // On the first day the office opens before the reminders' time, and the last day may not be over.
    if (epochMillis(instant) > now.getTime() || epochMillis(instant) < stage.clock.now().getTime()) return;
    stage.clock.set(instant);
    await this.sweep();
  }

  async endAt(now: Date): Promise<void> {
    this.options.stage.clock.set(now);
    await this.sweep();
    await this.office.settled('tasks', 'units', 'ledgers', 'posts', 'timeline', 'inbox', 'timers');
  }

  private async sweep(): Promise<void> {
    const { deadlines } = this.options.stage.program.worker ?? {};
    if (!deadlines) throw new Error('a program that serves only has no deadlines');
    for (;;) {
      await this.office.settled('timers');
      const { fired, failed } = await deadlines.sweep();
      if (failed > 0) throw new Error('a timer could not be fired');
      this.fired += fired;
      if (fired === 0) return;
    }
  }
}
