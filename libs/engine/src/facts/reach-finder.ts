import { asksForLineage, type Operation, type Reach } from '#domain';
import { type States } from '../state/states';
import { practiceOf } from './practice-of';

/** Adds to what an operation touches whatever the permission table asks of other streams. */
export class ReachFinder {
  constructor(private readonly states: States) {}

  /** The reach with the kind of its ledger and, where a line asks for it, the units above the task's. */
  async complete(reach: Reach, operation: Operation): Promise<Reach> {
    const { ledgerId } = reach;
    const practice = typeof ledgerId === 'string' && (await practiceOf(this.states, ledgerId)) !== null;
    const known = { ...reach, practice };
    return asksForLineage(operation) ? { ...known, lineage: await this.lineageOf(reach) } : known;
  }

  /** The responsible units and every unit above them. */
  private async lineageOf({ leadUnitIds = [], supportUnitIds = [] }: Reach): Promise<readonly string[]> {
    const lineage = new Set<string>();
    for (const unitId of [...leadUnitIds, ...supportUnitIds]) {
      let above: string | null = unitId;
      while (above !== null && !lineage.has(above)) {
        lineage.add(above);
        above = await this.parentOf(above);
      }
    }
    return [...lineage];
  }

  private async parentOf(unitId: string): Promise<string | null> {
    const { state } = await this.states.of('unit').known(unitId);
    return state?.parentId ?? null;
  }
}
