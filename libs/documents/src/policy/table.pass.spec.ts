import { compileCalendar } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { toPlainReading } from './plain-reading';
import { readPolicy } from './read-policy';

function tasksOf(text: string) {
  return toPlainReading(readPolicy(Buffer.from(text), compileCalendar(SAMPLE_CALENDAR))).tasks;
}

describe('tables of tasks', () => {
  it('reads a row with its own units as a task; merged cells repeat above', () => {
    const tasks = tasksOf(
      [
        '云岭市2022年任务分工表',
        '| 序号 | 工作事项 | 主要内容 | 牵头单位 | 配合单位 |',
        '|---|---|---|---|---|',
        '| 1 | 完善签约服务。 | 签约率不低于60%。 | 各县区政府 | 市卫健委、市医保局 |',
        '|  |  | 年底前建成平台。 | 市卫健委 | / |',
      ].join('\n'),
    );
    expect(tasks).toMatchObject([
      { number: '1', title: '完善签约服务', leadUnits: ['各县区政府'], supportUnits: ['市卫健委', '市医保局'] },
      { number: '1', title: '完善签约服务', leadUnits: ['市卫健委'], supportUnits: [] },
    ]);
    expect(tasks[1]?.deadlines).toMatchObject([{ due: '2022-12-31' }]);
  });

  it('joins rows without units and reads bare months of the schedule column', () => {
    const tasks = tasksOf(
      [
        '2022年重点工作',
        '| 工作任务 | 时序进度 | 考核要点 |',
        '|---|---|---|',
        '| 新增示范点10家以上 | 3月：启动，9月：验收 | 新增示范点10家以上 |',
        '|  | 每月 | 进度表 |',
      ].join('\n'),
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.deadlines.map((found) => found.recurrence ?? found.due)).toEqual([
      '2022-03-31',
      '2022-09-30',
      'monthly',
    ]);
    expect(tasks[0]?.indicators).toMatchObject([{ op: '>=', value: 10, unit: '家' }]);
  });
});
