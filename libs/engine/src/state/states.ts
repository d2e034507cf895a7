import {
  type CalendarEvent,
  calendarEventSchemas,
  type CalendarState,
  type DomainEvent,
  type EventSchemas,
  evolveCalendar,
  evolveLedger,
  evolvePost,
  evolveSeries,
  evolveTask,
  evolveUnit,
  type LedgerEvent,
  ledgerEventSchemas,
  type LedgerState,
  type PostEvent,
  postEventSchemas,
  type PostState,
  type Recorded,
  type SeriesEvent,
  seriesEventSchemas,
  type SeriesState,
  type TaskEvent,
  taskEventSchemas,
  type TaskState,
  type UnitEvent,
  unitEventSchemas,
  type UnitState,
} from '#domain';
import { type EventStore } from '#event-store';
import { StateReader, type StreamKind } from './state-reader';

/** The readers of every kind of aggregate, over one log. */
export interface States {
  readonly ledger: StateReader<LedgerState, LedgerEvent>;
  readonly task: StateReader<TaskState, TaskEvent>;
  readonly unit: StateReader<UnitState, UnitEvent>;
  readonly post: StateReader<PostState, PostEvent>;
  readonly series: StateReader<SeriesState, SeriesEvent>;
  readonly calendar: StateReader<CalendarState, CalendarEvent>;
}

/** Builds the readers. The name of each kind is the prefix of its streams. */
export function createStates(store: EventStore): States {
  return {
    ledger: new StateReader(store, {
      name: 'ledger',
      evolve: evolveLedger,
      owns: among<LedgerEvent>(ledgerEventSchemas),
    }),
    task: new StateReader(store, { name: 'task', evolve: evolveTask, owns: among<TaskEvent>(taskEventSchemas) }),
    unit: new StateReader(store, { name: 'unit', evolve: evolveUnit, owns: among<UnitEvent>(unitEventSchemas) }),
    post: new StateReader(store, { name: 'post', evolve: evolvePost, owns: among<PostEvent>(postEventSchemas) }),
    series: new StateReader(store, {
      name: 'series',
      evolve: evolveSeries,
      owns: among<SeriesEvent>(seriesEventSchemas),
    }),
    calendar: new StateReader(store, {
      name: 'calendar',
      evolve: evolveCalendar,
      owns: among<CalendarEvent>(calendarEventSchemas),
    }),
  };
}

function among<Event extends DomainEvent>(schemas: EventSchemas): StreamKind<unknown, Event>['owns'] {
  return (event): event is Recorded<DomainEvent> & Recorded<Event> => Object.hasOwn(schemas, event.type);
}
