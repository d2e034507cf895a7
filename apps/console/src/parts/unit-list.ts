/** Names of units out of a pasted list. */
export interface ListedUnits {
  /** Each once, in the order of the list. */
  readonly names: readonly string[];
  readonly repeated: number;
  /** Names that no unit can bear. */
  readonly tooLong: readonly string[];
}

const LONGEST_NAME = 100;

/** One name a line, or several divided by 、 or ;. Of a pasted sheet's line, the first cell that is not a number. */
export function readUnitList(text: string): ListedUnits {
  const names = text
    .split(/[\n、；;]/u)
    .map(nameIn)
    .filter((name) => name !== '');
  const distinct = [...new Set(names)];
  return {
    names: distinct.filter(({ length }) => length <= LONGEST_NAME),
    repeated: names.length - distinct.length,
    tooLong: distinct.filter(({ length }) => length > LONGEST_NAME),
  };
}

function nameIn(line: string): string {
  const cells = line.split('\t').map((cell) => cell.replaceAll(/\p{Cc}/gu, '').trim());
  const name = cells.find((cell) => cell !== '' && !/^[\d.]+$/u.test(cell)) ?? '';
  return name.replace(/^[(（]?\d{1,3}[)）.]\s*/u, '').trim();
}
