import { hash } from 'node:crypto';
import {
  type Actor,
  closingsBegun,
  type Facts,
  type Needs,
  NO_STAFF,
  reservedFor,
  type Rules,
  type Staff,
  unitsActedFor,
  unitsOfLedgerRoles,
  unitsPostedIn,
} from '#domain';
import { canonicalJson, isJsonObject } from '#event-store';
import { type CommandContext } from '../command/command-context';
import { type EvidenceStore } from '../evidence/evidence-store';
import { type RulesSource } from '../rules/rules-source';
import { type States } from '../state/states';
import { ledgerState } from './practice-of';
import { numberingIdFor } from '../ledgers/numbering-id';
import { type StaffSource } from './staff-source';
import { type Administrators } from '../accounts/administrators';
import { DEPARTURES } from '../accounts/departures-id';
import { unitsFrom } from './units-above';

const NO_FACTS: Pick<Facts, 'knownUnits' | 'lineage' | 'knownFiles'> = {
  knownUnits: new Set(),
  lineage: new Map(),
  knownFiles: new Set(),
};

const NO_POSTS: Pick<Facts, 'postedIn' | 'actsFor'> = { postedIn: new Set(), actsFor: new Set() };

const NOBODY: Pick<Facts, 'administrators' | 'takenOut'> = { administrators: [], takenOut: [] };

/** Finds out what an act must know of other streams and stores. */
export class FactFinder {
  constructor(
    private readonly states: States,
    private readonly evidence: EvidenceStore,
    private readonly rules: RulesSource,
    private readonly people: StaffSource,
    private readonly administrators: Administrators,
  ) {}

  /** The facts for an act's needs. */
  async find(needs: Needs, { commandId, actor }: Pick<CommandContext, 'commandId' | 'actor'>): Promise<Facts> {
    const {
      units,
      lineageOf,
      files,
      ownPosts,
      ledgerId,
      numberFor,
      closingsOf,
      rules,
      ledgerNumbers,
      staff,
      administrators,
      departure,
      administratorPosts,
      seen,
    } = needs;
    return {
      knownUnits: units ? await this.knownUnits(units) : NO_FACTS.knownUnits,
      lineage: lineageOf ? await this.lineage(lineageOf) : NO_FACTS.lineage,
      knownFiles: files ? await this.evidence.known(files) : NO_FACTS.knownFiles,
      ...(ownPosts ? await this.ownPosts(actor, ledgerId ?? '') : NO_POSTS),
      ledger: ledgerId === undefined ? null : await ledgerState(this.states, ledgerId),
      rules: rules === undefined ? null : await this.rulesFor(rules, ledgerId ?? null),
      reserved: numberFor ? await this.reserved(numberFor, commandId) : null,
      closingsBegun: closingsOf === undefined ? false : await this.closingsBegun(closingsOf),
      ledgerNumbers: ledgerNumbers ? await this.ledgerNumbers(ledgerNumbers) : [],
      staff: staff ? await this.staff(staff) : NO_STAFF,
      ...(administrators ? await this.administrators.standing() : NOBODY),
      departing: departure ? await this.departing(commandId) : false,
      administratorPosts: administratorPosts ? await this.administrators.posts() : [],
      digest: seen ? digestOf(seen) : null,
    };
  }

  /** By the log, since the posts that a request came with follow a grant by a moment; and by these. */
  private async ownPosts({ accountId, posts }: Actor, ledgerId: string): Promise<Pick<Facts, 'postedIn' | 'actsFor'>> {
    const { state } = await this.states.of('account').fresh(accountId);
    const held = [...posts, ...(state?.posts ?? [])];
    return { postedIn: unitsPostedIn(held), actsFor: unitsActedFor(held, ledgerId) };
  }

  private rulesFor(rules: NonNullable<Needs['rules']>, ledgerId: string | null): Promise<Rules | null> {
    return rules === 'in-force' ? this.rules.inForce(ledgerId) : this.rules.ofVersions(rules);
  }

  private async knownUnits(unitIds: readonly string[]): Promise<ReadonlySet<string>> {
    const units = this.states.of('unit');
    const known = await Promise.all(
      unitIds.map(async (unitId) => ((await units.known(unitId)).state === null ? [] : [unitId])),
    );
    return new Set(known.flat());
  }

  private async lineage(unitIds: readonly string[]): Promise<Facts['lineage']> {
    const found = unitIds.map(async (unitId) => [unitId, await unitsFrom(this.states, unitId)] as const);
    return new Map(await Promise.all(found));
  }

  private async staff({ ledgerId, units }: NonNullable<Needs['staff']>): Promise<Staff> {
    const posts = await this.people.of(ledgerId);
    return { posts, lineage: await this.lineage([...units, ...unitsOfLedgerRoles(posts)]) };
  }

  private async reserved(
    { ledgerId, taskId }: NonNullable<Needs['numberFor']>,
    commandId: string,
  ): Promise<Facts['reserved']> {
    // Fresh, because another process may have settled the number.
    const { state } = await this.states.of('series').fresh(ledgerId);
    const reservation = state && reservedFor(state, taskId);
    return reservation?.commandId === commandId ? { number: reservation.number, on: reservation.on } : null;
  }

  private async closingsBegun(ledgerId: string): Promise<boolean> {
    // Fresh, because another process may have closed a task.
    const { state } = await this.states.of('series').fresh(ledgerId);
    return state !== null && closingsBegun(state);
  }

  private async departing(commandId: string): Promise<boolean> {
    // Fresh, because another process may have ended it.
    const { state } = await this.states.of('departure').fresh(DEPARTURES);
    return state?.underway.some((each) => each.commandId === commandId) ?? false;
  }

  private async ledgerNumbers({
    ledgerId,
    numbers,
  }: NonNullable<Needs['ledgerNumbers']>): Promise<Facts['ledgerNumbers']> {
    const numberings = this.states.of('numbering');
    return Promise.all(
      numbers.map(async (number) => {
        // Fresh, because another process may have taken it.
        const { state } = await numberings.fresh(numberingIdFor(number));
        const holder = state?.holder ?? null;
        const own = holder?.ledgerId === ledgerId;
        const takenBy = holder === null || own ? null : holder.ledgerName;
        // The code's stream decides for both: a prefix is not given back once the code is used.
        return { ...number, takenBy, claimed: own && (holder.used || number.kind !== 'code') };
      }),
    );
  }
}

function digestOf(seen: object): string {
  // Through JSON, so that what is digested is what a reader of the record can rebuild.
  const plain: unknown = JSON.parse(JSON.stringify(seen));
  if (!isJsonObject(plain)) throw new Error('what is seen is no JSON object');
  return hash('sha256', canonicalJson(plain));
}
