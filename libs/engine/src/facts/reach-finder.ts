import { needsLineage, type Operation, type Reach } from '#domain';
import { type States } from '../state/states';
import { practiceOf } from './practice-of';
import { unitsFrom } from './units-above';

/** Adds to what an operation touches the facts from other streams that the permission table needs. */
export class ReachFinder {
  constructor(private readonly states: States) {}

  /** Adds `practice` and, when the operation's permission depends on it, `lineage`. */
  async complete(reach: Reach, operation: Operation): Promise<Reach> {
    const { ledgerId } = reach;
    const practice = typeof ledgerId === 'string' && (await practiceOf(this.states, ledgerId)) !== null;
    const known = { ...reach, practice };
    return needsLineage(operation) ? { ...known, lineage: await this.lineageOf(reach) } : known;
  }

  /** The responsible units and every unit above them. */
  private async lineageOf({ leadUnitIds = [], supportUnitIds = [] }: Reach): Promise<readonly string[]> {
    const lineages = [...leadUnitIds, ...supportUnitIds].map((unitId) => unitsFrom(this.states, unitId));
    return [...new Set((await Promise.all(lineages)).flat())];
  }
}
