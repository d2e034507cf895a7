import { type DynamicModule, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type Pool } from 'pg';
import { type EventStore, onNewPast } from '#event-store';
import { type Clock, type Logger } from '#platform';
import { AccountProcess, type AccountSwitch } from './accounts/account.process';
import { type Able, Administrators } from './accounts/administrators';
import { finishDepartureReaction } from './accounts/finish-departure.reaction';
import { ActHandler } from './command/act.handler';
import { CommandRunner } from './command/command-runner';
import { EvidenceStore } from './evidence/evidence-store';
import { FactFinder } from './facts/fact-finder';
import { ReachFinder } from './facts/reach-finder';
import { type StaffSource } from './facts/staff-source';
import { draftTasksReaction } from './imports/draft-tasks.reaction';
import { CreateLedgerProcess } from './ledgers/create-ledger.process';
import { finishLedgerReaction } from './ledgers/finish-ledger.reaction';
import { furnishPracticeReaction } from './practice/furnish-practice.reaction';
import { CloseTaskProcess } from './processes/close-task.process';
import { beginChildrenReaction } from './splitting/begin-children.reaction';
import { LostChildren } from './splitting/lost-children';
import { tellParentReaction } from './splitting/tell-parent.reaction';
import { finishClosingReaction } from './processes/finish-closing.reaction';
import { ReactionRunner } from './reactions/reaction-runner';
import { CalendarSource } from './rules/calendar-source';
import { PolicySource } from './rules/policy-source';
import { RulesSource } from './rules/rules-source';
import { States } from './state/states';
import { endStreakReaction } from './streaks/end-streak.reaction';
import { lengthenStreakReaction } from './streaks/lengthen-streak.reaction';
import { proposeListingReaction } from './streaks/propose-listing.reaction';
import { restoreStreakReaction } from './streaks/restore-streak.reaction';
import { CreateUnitsHandler } from './units/create-units';

/** What the engine stands on. */
export interface EngineOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly staff: StaffSource;
  /** The accounts that people sign in with. */
  readonly accounts: Able & AccountSwitch;
}

/** The engine as a Nest module: the command bus with a handler for every act, and the reactions (not yet started). */
@Module({})
export class EngineModule {
  /** Builds the module on a store, a database, a clock, a logger, and whoever knows who holds which post. */
  static on({ store, pool, clock, logger, staff, accounts }: EngineOptions): DynamicModule {
    return {
      module: EngineModule,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: States, useFactory: () => new States(store) },
        { provide: EvidenceStore, useFactory: () => new EvidenceStore(pool, clock) },
        {
          provide: CalendarSource,
          inject: [States],
          useFactory: (states: States) => {
            const calendars = new CalendarSource(states);
            onNewPast(store.writing, () => calendars.forget());
            return calendars;
          },
        },
        {
          provide: PolicySource,
          inject: [States],
          useFactory: (states: States) => {
            const policies = new PolicySource(states);
            onNewPast(store.writing, () => policies.forget());
            return policies;
          },
        },
        {
          provide: RulesSource,
          inject: [CalendarSource, PolicySource],
          useFactory: (calendars: CalendarSource, policies: PolicySource) => new RulesSource(calendars, policies),
        },
        { provide: ReachFinder, inject: [States], useFactory: (states: States) => new ReachFinder(states) },
        {
          provide: CommandRunner,
          inject: [States, RulesSource, EvidenceStore, ReachFinder],
          useFactory: (states: States, rules: RulesSource, evidence: EvidenceStore, reaches: ReachFinder) => {
            const facts = new FactFinder(states, evidence, rules, staff, new Administrators(store, states, accounts));
            return new CommandRunner({ store, clock, states, rules, facts, reaches });
          },
        },
        {
          provide: AccountProcess,
          inject: [CommandRunner, States],
          useFactory: (runner: CommandRunner, states: States) =>
            new AccountProcess({ store, states, runner, accounts }),
        },
        {
          provide: CloseTaskProcess,
          inject: [States, CommandRunner, ReachFinder],
          useFactory: (states: States, runner: CommandRunner, reaches: ReachFinder) =>
            new CloseTaskProcess({ store, clock, states, runner, reaches }),
        },
        {
          provide: CreateLedgerProcess,
          inject: [States, CommandRunner],
          useFactory: (states: States, runner: CommandRunner) => new CreateLedgerProcess({ store, states, runner }),
        },
        {
          provide: ReactionRunner,
          inject: [CommandBus, CloseTaskProcess, CreateLedgerProcess, AccountProcess, CalendarSource, States],
          useFactory: (
            bus: CommandBus,
            closing: CloseTaskProcess,
            creating: CreateLedgerProcess,
            leaving: AccountProcess,
            calendars: CalendarSource,
            states: States,
          ) => {
            const reactions = [
              draftTasksReaction,
              beginChildrenReaction(states),
              tellParentReaction,
              finishClosingReaction(closing),
              finishLedgerReaction(creating),
              finishDepartureReaction(leaving),
              furnishPracticeReaction(calendars),
              lengthenStreakReaction(states),
              endStreakReaction(states),
              restoreStreakReaction(states),
              proposeListingReaction,
            ];
            return new ReactionRunner(store, pool, bus, reactions, logger);
          },
        },
        {
          provide: LostChildren,
          inject: [States, CommandBus],
          useFactory: (states: States, bus: CommandBus) => new LostChildren(store, states, bus),
        },
        ActHandler,
        CreateUnitsHandler,
      ],
      exports: [CqrsModule, EvidenceStore, CalendarSource, PolicySource, RulesSource, ReactionRunner, LostChildren],
    };
  }
}
