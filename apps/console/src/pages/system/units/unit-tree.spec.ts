import { type UnitRow } from '../../../api/answer';
import { pathAbove, treesOf, type UnitNode } from './unit-tree';

const unit = (unitId: string, parentId: string | null, above: UnitRow['above'] = []): UnitRow => ({
  unitId,
  name: unitId,
  parentId,
  above,
  aliases: [],
});
const drawn = (nodes: readonly UnitNode[]): unknown[] =>
  nodes.map((node) => (node.below.length === 0 ? node.unit.name : [node.unit.name, drawn(node.below)]));

describe('the register as trees', () => {
  test('units stand below their upper ones, by name', () => {
    const units = [unit('b2', 'b'), unit('b', null), unit('a', null), unit('b1', 'b'), unit('b1x', 'b1')];
    expect(drawn(treesOf(units))).toEqual(['a', ['b', [['b1', ['b1x']], 'b2']]]);
  });

  test('a unit whose upper one is missing is not lost', () => {
    expect(drawn(treesOf([unit('a', 'gone')]))).toEqual(['a']);
    expect(treesOf([])).toEqual([]);
  });

  test('what is above reads from the top', () => {
    const above = [
      { unitId: 'n', name: 'near' },
      { unitId: 't', name: 'top' },
    ];
    expect(pathAbove(unit('a', 'n', above))).toEqual(['top', 'near']);
  });
});
