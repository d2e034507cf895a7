import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Act } from '../command/act';
import { type CommandContext } from '../command/command-context';
import { isRefusedWith } from '../command/command-refused';
import { derivedId } from '../command/derived-id';
import { unitIdFor } from './unit-id';

/** What became of one name. */
export interface NamedUnitOutcome {
  readonly name: string;
  readonly unitId: string;
  readonly created: boolean;
}

/** What became of all of them, and the position after which the units can be read. */
export interface CreatedUnits {
  readonly units: readonly NamedUnitOutcome[];
  /** Null when every unit was there before. */
  readonly position: string | null;
}

/** Makes units of names in one step, such as those that a document names. */
export class CreateUnits extends Command<CreatedUnits> {
  constructor(
    readonly names: readonly string[],
    readonly parentId: string | null,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Every name is a command of its own on its own stream; one that is there already is simply named with its id. */
@CommandHandler(CreateUnits)
export class CreateUnitsHandler implements ICommandHandler<CreateUnits> {
  constructor(private readonly bus: CommandBus) {}

  async execute({ names, parentId, context }: CreateUnits): Promise<CreatedUnits> {
    const distinct = [...new Set(names)];
    const made = await Promise.all(distinct.map((name) => this.createOne(name, parentId, context)));
    const positions = made.flatMap(({ position }) => (position === null ? [] : [BigInt(position)]));
    const last = positions.reduce<bigint | null>((most, each) => (most === null || each > most ? each : most), null);
    const units = made.map(({ name, unitId, position }) => ({ name, unitId, created: position !== null }));
    return { units, position: last === null ? null : String(last) };
  }

  private async createOne(
    name: string,
    parentId: string | null,
    context: CommandContext,
  ): Promise<Omit<NamedUnitOutcome, 'created'> & { readonly position: string | null }> {
    const unitId = unitIdFor(name, parentId);
    const command = { type: 'unit.create', data: { name, parentId } } as const;
    const own = { ...context, commandId: derivedId(context.commandId, 'unit', name) };
    try {
      const { position } = await this.bus.execute(new Act({ aggregate: 'unit', id: unitId, command }, own));
      return { name, unitId, position };
    } catch (error) {
      if (isRefusedWith(error, 'UNIT.EXISTS')) return { name, unitId, position: null };
      throw error;
    }
  }
}
