import { type CompiledCalendar, type Day, type DraftContent } from '#domain';
import { type ImportDraft, importOf, readPolicy } from '#documents';
import { DEMO_TASKS, DOCUMENT_FILE, documentText } from '../content/document';
import { type DemoDays, demoDays } from '../content/demo-days';
import { ALL_DISTRICTS, DISTRICTS } from '../content/units';
import { type DemoAct } from './act';
import { seededChance } from '../../chance';
import { demoTaskId, unitCalled } from './demo-ids';
import { STORIES } from './stories';
import { TaskScript } from './task-script';

/** A year of the demonstration, written before it is played. */
export interface DemoStory {
  readonly seed: number;
  readonly days: DemoDays;
  /** What the reader makes of the sample document. */
  readonly reading: ImportDraft;
  /** What people do with the tasks, in order of time. */
  readonly acts: readonly DemoAct[];
}

/** The seed of the story of a day: the same day, the same story. */
export function seedOf(today: Day): number {
  return Number(today.replaceAll('-', ''));
}

/** Writes the year that ends today. Pure: the same day and seed give the same story. */
export function writeStory(today: Day, calendar: CompiledCalendar, seed = seedOf(today)): DemoStory {
  const days = demoDays(today, calendar);
  const bytes = Buffer.from(documentText(days));
  const reading = importOf(readPolicy(bytes, calendar), bytes, DOCUMENT_FILE);
  const acts = reading.tasks.flatMap((draft, index) => actsOf(draft, index, days, seed));
  return { seed, days, reading, acts: acts.sort((one, other) => one.at.localeCompare(other.at)) };
}

function actsOf(draft: DraftContent, index: number, days: DemoDays, seed: number): DemoAct[] {
  const content = DEMO_TASKS[index];
  const story = STORIES[index];
  if (!content || !story) throw new RangeError(`the document has no item ${index + 1}`);
  const lead = unitCalled(content.lead);
  const script = new TaskScript({
    taskId: demoTaskId(seed, index),
    draft,
    talk: content.talk,
    lead,
    support: supportOf(content.support, lead),
    days,
    // A stream of its own for each task, so that a change of one story leaves the others alone.
    chance: seededChance(seed * 100 + index),
  });
  story(script);
  return script.acts;
}

/** Collective names are expanded to real units, as a person does. */
function supportOf(names: readonly string[], lead: string): string[] {
  const real = names.flatMap((name) => (name === ALL_DISTRICTS ? DISTRICTS : [unitCalled(name)]));
  return [...new Set(real)].filter((name) => name !== lead);
}
