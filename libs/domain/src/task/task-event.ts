import { type z } from 'zod';
import { type Event, type EventDefinition, eventsOf } from '../shared/event-definition';
import { type TaskState } from './task.state';

/** What an event changes, for forms that were filled before it and for the way back: words, units and limits; a step; or neither. */
export type Touch = 'content' | 'steps' | 'nothing';

interface Traits {
  readonly touches: Touch;
}

/** Defines an event of a task. */
export const taskEvent: <const Type extends string, Schema extends z.ZodType>(
  definition: EventDefinition<Type, Schema, TaskState> & Traits,
) => Event<Type, Schema, TaskState> & Traits = eventsOf<TaskState>();
