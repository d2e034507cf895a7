import { csvOf } from './csv';

const lines = (cells: readonly (string | number | null)[]) =>
  csvOf(
    ['h'],
    cells.map((cell) => [cell]),
  )
    .split('\r\n')
    .slice(1, -1);

describe('comma-separated values', () => {
  test('begin with the mark of UTF-8 and end each line with CRLF', () => {
    expect(csvOf(['a', 'b'], [['x', 1]])).toBe('\uFEFFa,b\r\nx,1\r\n');
    expect(csvOf(['a'], [])).toBe('\uFEFFa\r\n');
  });

  test('quote what separates', () => {
    expect(lines(['a,b', 'say "x"', 'two\nlines', 'plain'])).toEqual(['"a,b"', '"say ""x"""', '"two\nlines"', 'plain']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'guard %j',
    (text) => {
      expect(lines([text])[0]?.replace(/^"/u, '')).toMatch(/^'/u);
    },
  );

  test('numbers stay numbers, also negative ones; nothing is nothing', () => {
    expect(lines([-3.5, 0, Number.NaN, null, ''])).toEqual(['-3.5', '0', '', '', '']);
  });

  test('a dash inside a text is no formula', () => {
    expect(lines(['a-b', '2021-12-31'])).toEqual(['a-b', '2021-12-31']);
  });
});
