import { type DynamicModule, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { type EventStore, onNewPast } from '#event-store';
import { type Clock, type Logger } from '#platform';
import { Aggregates } from './aggregates/aggregates';
import { CalendarSource } from './calendar/calendar-source';
import { CloseTaskHandler } from './closing/close-task.handler';
import { ClosingDesk } from './closing/closing-desk';
import { finishClosingReaction } from './closing/finish-closing.reaction';
import { ACT_HANDLERS } from './command/act-handlers';
import { CommandRunner } from './command/command-runner';
import { EvidenceStore } from './evidence/evidence-store';
import { draftTasksReaction } from './imports/draft-tasks.reaction';
import { furnishPracticeReaction } from './practice/furnish-practice.reaction';
import { ReactionRunner } from './reactions/reaction-runner';
import { createStates, type States } from './state/states';
import { CreateUnitsHandler } from './units/create-units';

/** What the engine stands on. */
export interface EngineOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
}

const STATES = Symbol('States');

/** The engine as a Nest module: the command bus with a handler for every act, and the reactions (not yet started). */
@Module({})
export class EngineModule {
  /** Builds the module on a store, a database, a clock and a logger. */
  static on({ store, pool, clock, logger }: EngineOptions): DynamicModule {
    return {
      module: EngineModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: STATES, useFactory: () => createStates(store) },
        { provide: EvidenceStore, useFactory: () => new EvidenceStore(pool, clock) },
        {
          provide: CalendarSource,
          inject: [STATES],
          useFactory: (states: States) => {
            const calendars = new CalendarSource(states);
            onNewPast(store.writing, () => calendars.forget());
            return calendars;
          },
        },
        {
          provide: Aggregates,
          inject: [STATES, EvidenceStore],
          useFactory: (states: States, evidence: EvidenceStore) => new Aggregates(states, evidence),
        },
        {
          provide: CommandRunner,
          inject: [CalendarSource],
          useFactory: (calendars: CalendarSource) => new CommandRunner(store, clock, calendars),
        },
        {
          provide: ClosingDesk,
          inject: [STATES, CommandBus],
          useFactory: (states: States, bus: CommandBus) => new ClosingDesk(store, states, bus),
        },
        {
          provide: ReactionRunner,
          inject: [CommandBus, ClosingDesk, CalendarSource],
          useFactory: (bus: CommandBus, desk: ClosingDesk, calendars: CalendarSource) => {
            const reactions = [draftTasksReaction, finishClosingReaction(desk), furnishPracticeReaction(calendars)];
            return new ReactionRunner(store, pool, bus, reactions, logger);
          },
        },
        ...ACT_HANDLERS,
        CloseTaskHandler,
        CreateUnitsHandler,
      ],
      exports: [CqrsModule, EvidenceStore, CalendarSource, ReactionRunner],
    };
  }
}
