import { type UnitState } from '#domain';
import { columnsOf } from '../shared/columns';
import { initialsOf } from '../shared/initials';
import { normaliseForSearch } from '../shared/search-grams';
import { table } from '../shared/table';

/** A unit after one of its events. */
interface UnitAfter {
  readonly unitId: string;
  readonly state: UnitState;
  readonly revision: number;
  readonly position: string;
}

const column = columnsOf<UnitAfter>();

/** One row per unit of the register. */
export const UNIT = table('unit', {
  unit_id: column.uuid(({ unitId }) => unitId, { key: true }),
  name: column.text(({ state }) => state.name),
  parent_id: column.uuidOrNull(({ state }) => state.parentId),
  aliases: column.texts(({ state }) => state.aliases, { comment: 'Other and former names.' }),
  words: column.texts(({ state }) => namesOf(state).map(normaliseForSearch), {
    comment: 'Name and aliases made alike for matching.',
  }),
  initials: column.texts(({ state }) => namesOf(state).map(initialsOf), {
    comment: 'Pinyin initials of name and aliases.',
  }),
  revision: column.integer(({ revision }) => revision),
  position: column.bigint(({ position }) => position),
});

function namesOf({ name, aliases }: UnitState): readonly string[] {
  return [name, ...aliases];
}
