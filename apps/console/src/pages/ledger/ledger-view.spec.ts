import { firstPage, listAddress, listQuery, readView, withFilters, writeView } from './ledger-view';

const LEDGER = '0198c7a2-5b1c-7c3d-8e4f-1234567890ab';
const UNIT = '0198c7a2-5b1c-7c3d-8e4f-1234567890ac';
const read = (text: string) => readView(new URLSearchParams(text));
const roundTrip = (text: string): string => writeView(read(text)).toString();

describe('the address of the ledger page', () => {
  test('is empty for what is usual', () => {
    expect(roundTrip('')).toBe('');
    expect(read('')).toMatchObject({
      mode: 'list',
      sort: 'serial',
      order: 'asc',
      size: 50,
      page: 1,
      hidden: ['section'],
    });
  });

  test.each([
    `ledgerId=${LEDGER}&view=unit`,
    'status=hung%2Cunderway&lamp=late&sort=due&order=desc',
    'mine=decide%2Cconfirm',
    `leadUnit=${UNIT}&unit=${UNIT}&dueFrom=2021-01-01&dueTo=2021-12-31`,
    'section=a%2Cb&section=c&text=ab',
    `limit=100&cursor=abc&page=3&hide=section%2Csupport&task=${LEDGER}`,
    `view=time&importId=${LEDGER}&year=2021`,
  ])('reads and writes %s', (text) => {
    expect(roundTrip(text)).toBe(text);
  });

  test('takes lists in one parameter or in several, in one order', () => {
    expect(read('status=underway&status=hung,assigned').filters.status).toEqual(['hung', 'assigned', 'underway']);
  });

  test.each([
    'status=gone&lamp=blue&view=map',
    'leadUnit=1&unit=%27&importId=x&ledgerId=..',
    'dueFrom=2021-02-30&dueTo=soon',
    'sort=title&order=up&limit=7',
    'page=9',
    'hide=title,unknown&year=99999&task=no',
  ])('ignores what it does not know: %s', (text) => {
    expect(roundTrip(text)).toBe('');
  });

  test('sections are hidden until every column is asked for', () => {
    expect(read('hide=none').hidden).toEqual([]);
    expect(roundTrip('hide=none')).toBe('hide=none');
    expect(roundTrip('hide=section')).toBe('');
    expect(read('hide=support').hidden).toEqual(['support']);
  });

  test('a section may be the empty one and hold a comma', () => {
    expect(read('section=&section=a,b').filters.section).toEqual(['', 'a,b']);
  });

  test('other filters begin at the first row; the drawer stays', () => {
    const view = withFilters(read(`cursor=abc&page=4&task=${LEDGER}&lamp=late`), { text: 'ab' });
    expect(writeView(view).toString()).toBe(`lamp=late&text=ab&task=${LEDGER}`);
    expect(firstPage(read('cursor=abc&page=4'))).toEqual(read(''));
  });

  test('a page with a cursor but no number is not the first', () => {
    expect(read('cursor=abc').page).toBe(2);
    expect(read('cursor=abc&page=0').page).toBe(2);
  });
});

describe('the query of a view', () => {
  test('holds what is filtered and nothing else', () => {
    expect(listQuery(read(''), null)).toEqual({ sort: 'serial', order: 'asc' });
    expect(listQuery(read(`status=hung&text=%20ab%20&dueTo=2021-06-30&sort=due`), LEDGER)).toEqual({
      ledgerId: LEDGER,
      status: ['hung'],
      dueTo: '2021-06-30',
      text: 'ab',
      sort: 'due',
      order: 'asc',
    });
  });

  test('a figure leads to the list under its filters', () => {
    expect(listAddress(LEDGER, { lamp: ['late'] })).toBe(`/ledger?ledgerId=${LEDGER}&lamp=late`);
  });
});
