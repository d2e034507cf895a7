import { PEOPLE_WORDS } from '../words/people.words';
import { type PersonRow } from './person-row';
import { readRoles } from './roles';

/** A person as pasted; `unreadRoles` are words of the role's cell that name none. */
export interface PastedPerson extends Omit<PersonRow, 'rowKey'> {
  readonly unreadRoles: readonly string[];
}

type NamedColumn = 'name' | 'unit' | 'roles' | 'loginName' | 'ledger';
type Column = NamedColumn | null;

const HEADS: Readonly<Record<NamedColumn, readonly string[]>> = PEOPLE_WORDS.columnHeads;
const COLUMNS: readonly NamedColumn[] = ['name', 'unit', 'roles', 'loginName', 'ledger'];

/** The ledgers by which a cell may name one. */
interface LedgerName {
  readonly ledgerId: string;
  readonly name: string;
}

/** True when a text has more than one cell of a sheet, so that it fills lines instead of one field. */
export function isSheet(text: string): boolean {
  return /\t/u.test(text) || /\n/u.test(text.trim());
}

/**
 * People from a block copied out of a sheet: one line each, cells divided by tabs (or by blanks or commas where there is no
 * tab). A line of heads names the columns; without one, they are told by what stands in them.
 */
export function readPastedPeople(text: string, ledgers: readonly LedgerName[] = []): readonly PastedPerson[] {
  const lines = text
    .split(/\r?\n/u)
    .map(cellsOf)
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const heads = first.map(columnOfHead);
  const headed = heads.filter((head) => head !== null).length >= 2;
  const people = headed
    ? others.map((cells) => personOf(cells, heads, ledgers))
    : lines.map((cells) => personOf(cells, guessedColumns(cells), ledgers));
  return people.filter(({ name, unit, roles }) => name !== '' || unit !== '' || roles.length > 0);
}

function cellsOf(line: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.trim().split(/[,，]|\s{1,}/u);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/u, '$1')
      .trim(),
  );
}

function columnOfHead(cell: string): Column {
  const word = cell.replaceAll(/[\s*＊:：]/gu, '');
  return COLUMNS.find((column) => HEADS[column].includes(word)) ?? null;
}

/** A login name is ASCII, roles are known words, a number counts the lines; the name comes before the unit. */
function guessedColumns(cells: readonly string[]): readonly Column[] {
  const taken = new Set<Column>();
  return cells.map((cell) => {
    const column = guess(cell, taken);
    if (column !== null) taken.add(column);
    return column;
  });
}

function guess(cell: string, taken: ReadonlySet<Column>): Column {
  if (cell === '' || /^\d+[.、]?$/u.test(cell)) return null;
  const { roles, unread } = readRoles(cell);
  if (!taken.has('roles') && roles.length > 0 && roles.length >= unread.length) return 'roles';
  if (!taken.has('loginName') && /^[\x21-\x7e]+$/u.test(cell)) return 'loginName';
  if (!taken.has('name')) return 'name';
  return taken.has('unit') ? null : 'unit';
}

function personOf(cells: readonly string[], columns: readonly Column[], ledgers: readonly LedgerName[]): PastedPerson {
  const cell = (column: Column): string => {
    const at = columns.indexOf(column);
    return at === -1 ? '' : (cells[at] ?? '');
  };
  const { roles, unread } = readRoles(cell('roles'));
  const ledger = ledgers.find(({ name }) => name === cell('ledger'));
  return {
    name: cell('name').replaceAll(/\s/gu, ''),
    unit: cell('unit'),
    roles: [...roles],
    loginName: cell('loginName'),
    ledgerId: ledger?.ledgerId ?? null,
    unreadRoles: unread,
  };
}
