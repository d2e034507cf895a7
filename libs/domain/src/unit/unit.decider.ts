import { z } from 'zod';
import { applyRule, type Circumstances, type CommandOf, type NoFacts, type Rules } from '../shared/decider';
import { type EventOf, type Recorded } from '../shared/event';
import { freeLineSchema } from '../shared/private-data';
import { reject, type Rejection } from '../shared/rejection';
import { idSchema, lineSchema } from '../shared/schema';

/** The facts of a unit (单位): ids and names only, no contacts. */
export const unitEventSchemas = {
  'unit.created': z.strictObject({ name: lineSchema(100), parentId: idSchema.nullable() }),
  'unit.renamed': z.strictObject({ name: lineSchema(100), reason: lineSchema(300) }),
  'unit.alias-added': z.strictObject({ alias: lineSchema(100) }),
};
export type UnitEvent = EventOf<typeof unitEventSchemas>;

/** What may be asked of a unit. */
export const unitCommandSchemas = {
  'unit.create': z.strictObject({ name: lineSchema(100), parentId: idSchema.nullable().default(null) }),
  'unit.rename': z.strictObject({ name: lineSchema(100), reason: freeLineSchema(300) }),
  'unit.add-alias': z.strictObject({ alias: lineSchema(100) }),
};
export type UnitCommand = CommandOf<typeof unitCommandSchemas>;

/** A unit as its events tell it. Aliases are other names under which documents call it. */
export interface UnitState {
  readonly name: string;
  readonly parentId: string | null;
  readonly aliases: readonly string[];
}

/** How one event changes a unit. A former name stays findable as an alias. */
export function evolveUnit(state: UnitState | null, event: Recorded<UnitEvent>): UnitState | null {
  if (event.type === 'unit.created') return { ...event.data, aliases: [] };
  if (state === null) return null;
  if (event.type === 'unit.renamed') {
    const { name } = event.data;
    const others = [...state.aliases, state.name].filter((alias) => alias !== name);
    return { ...state, name, aliases: [...new Set(others)] };
  }
  return { ...state, aliases: [...state.aliases, event.data.alias] };
}

const unitRules: Rules<typeof unitCommandSchemas, UnitState, UnitEvent, NoFacts> = {
  'unit.create': (state) => reject('UNIT.EXISTS', `单位“${state.name}”已在名录中，请直接选用。`),

  'unit.rename': (state, data) =>
    state.name === data.name
      ? reject('UNIT.SAME_NAME', '新名称与现名称相同，请核对后再修改。')
      : [{ type: 'unit.renamed', data }],

  'unit.add-alias': (state, data) =>
    state.name === data.alias || state.aliases.includes(data.alias)
      ? reject('UNIT.ALIAS_EXISTS', '该别名已经登记，无需重复添加。')
      : [{ type: 'unit.alias-added', data }],
};

/** What a command to a unit leads to. */
export function decideUnit(
  state: UnitState | null,
  command: UnitCommand,
  circumstances: Circumstances,
  facts: NoFacts,
): readonly UnitEvent[] | Rejection {
  if (state !== null) return applyRule(unitRules, state, command, circumstances, facts);
  if (command.type === 'unit.create') return [{ type: 'unit.created', data: command.data }];
  return reject('UNIT.UNKNOWN', '没有找到该单位，请先在单位名录中建立。');
}
