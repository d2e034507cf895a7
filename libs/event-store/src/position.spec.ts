import { checkPosition, comparePositions } from './position';

describe('comparePositions', () => {
  it('orders by number, however many digits, with null first', () => {
    const inOrder = [null, '0', '2', '9', '10', '99', '100', '9007199254740993', '9223372036854775807'];
    for (const [a, left] of inOrder.entries()) {
      for (const [b, right] of inOrder.entries())
        expect(Math.sign(comparePositions(left, right))).toBe(Math.sign(a - b));
    }
  });
});

describe('checkPosition', () => {
  it('takes what a store gives and refuses anything else', () => {
    for (const position of [null, '0', '12', '9223372036854775807'])
      expect(() => checkPosition(position)).not.toThrow();
    for (const position of ['', '007', '1e3', '92233720368547758070']) expect(() => checkPosition(position)).toThrow();
  });
});
