import { checkReason, checkState, checkWord, inOrder, type TableRow, tableState, tableWord } from './table-states';

const table = (name: string, parts: Partial<TableRow> = {}): TableRow => ({
  name,
  version: 1,
  position: '1',
  level: true,
  stopped: null,
  ...parts,
});
const stopped = { at: '2026-01-01T00:00:00.000Z', code: 'X', event: null, message: 'why' };

describe('how current the tables are', () => {
  test('a table that has stopped is never called current', () => {
    expect(tableState(table('tasks'))).toBe('current');
    expect(tableState(table('tasks', { level: false }))).toBe('behind');
    expect(tableState(table('tasks', { stopped }))).toBe('stopped');
  });

  test('what needs somebody comes first', () => {
    const tables = [table('units'), table('tasks', { level: false }), table('inbox', { stopped, level: false })];
    expect(inOrder(tables).map(({ name }) => name)).toEqual(['inbox', 'tasks', 'units']);
  });

  test('a check that is not well says why, where it has a sentence', () => {
    const message = '事件库暂时无法使用，请稍后重试。';
    expect(checkReason({ healthy: false, details: { code: 'LOG.UNAVAILABLE', message } })).toBe(message);
    expect(checkReason({ healthy: false, details: { reason: 'timeout' } })).toBeNull();
    expect(checkReason({ healthy: false })).toBeNull();
  });

  test('a check that is well says what somebody should see to', () => {
    const message = '台账“医改”没有可登录的督查员。';
    expect(checkReason({ healthy: true, details: { message } })).toBe(message);
    const states = [{ healthy: true }, { healthy: true, details: { message } }, { healthy: false }].map(checkState);
    expect(states).toEqual(['healthy', 'heed', 'unhealthy']);
  });

  test('everything has a Chinese name, also what is new', () => {
    expect(['tasks', 'new-one'].map(tableWord)).toEqual(['任务表', '其他数据表']);
    expect(['start', 'log', 'database', 'new-one'].map(checkWord)).toEqual(['启动', '办理记录', '数据库', '其他检查']);
  });
});
