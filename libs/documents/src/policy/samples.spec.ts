import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { type PlainReading, toPlainReading } from './plain-reading';
import { readPolicy } from './read-policy';

const SAMPLES = join(__dirname, '../../../../test/samples');

function read(name: string): PlainReading {
  return toPlainReading(readPolicy(readFileSync(join(SAMPLES, name)), compileCalendar(SAMPLE_CALENDAR)));
}

/** One line per task: what a person would check first. */
function table({ tasks }: PlainReading): string[] {
  return tasks.map((task) => {
    const dues = task.deadlines.map((limit) => limit.recurrence ?? limit.due ?? '?').join(' ');
    const targets = task.indicators.map(
      ({ op, value, max, unit }) => `${op}${value}${max === undefined ? '' : `..${max}`}${unit}`,
    );
    return `${task.number}${task.title} | ${task.leadUnits.join('、')} | ${task.supportUnits.join('、')} | ${dues} | ${targets.join(' ')}`;
  });
}

describe('the sample documents', () => {
  it('reads 牵头单位 and 配合单位', () => {
    const reading = read('yunling-2021-lead-support.txt');
    expect(reading).toMatchObject({ documentNumber: '云政办发〔2021〕36号', docDate: '2021-04-16', docYear: 2021 });
    expect(new Set(reading.tasks.map((task) => task.unitMode))).toEqual(new Set(['lead']));
    expect(table(reading)).toMatchInlineSnapshot(`
      [
        "(一)建立改革台账 | 市卫生健康局 | 市基层卫生改革领导小组各成员单位 | quarterly half-yearly | ",
        "(二)完善部门会商制度 | 市政府办公室 | 市卫生健康局、市医疗保障局、市委编办 | monthly ? | ",
        "(三)推进乡镇卫生院达标建设 | 市卫生健康局 | 市财政局、市发展和改革局、市自然资源和规划局 | 2021-06-30 2021-12-31 | =12家 >=62%",
        "(四)加强村级服务覆盖 | 市卫生健康局 | 市医疗保障局、各县(市、区)人民政府 |  | >=80% =8辆",
        "(五)做实签约服务 | 市卫生健康局 | 市财政局、市民政局 | yearly | >=75% >=85%",
        "(六)实行医共体总额付费 | 市医疗保障局 | 市财政局、市卫生健康局 | 2021-09-30 2022-12-31 | ",
        "(七)动态调整服务价格 | 市医疗保障局 | 市卫生健康局、市市场监督管理局 | 2021-06-30 | <=60项 <=28%",
        "(八)充实基层人才 | 市卫生健康局 | 市人力资源和社会保障局、市委编办 |  | >=40名 =600人次 range20..25名",
        "(九)落实待遇保障 | 市财政局 | 市人力资源和社会保障局、市卫生健康局 | 2021-12-31 | =100%",
        "(十)开展专项督查 | 市政府办公室 | 市卫生健康局、市审计局 | 2022-01-15 | ",
      ]
    `);
  });

  it('reads offices that lead and collective names', () => {
    const reading = read('qingxi-2022-section-lead.txt');
    expect(reading).toMatchObject({ documentNumber: null, docYear: 2022 });
    expect(reading.tasks.map((task) => task.unitMode)).toEqual([
      ...['lead', 'lead', 'lead', 'joint', 'lead', 'lead', 'lead', 'lead', 'lead', 'lead', 'sole', 'lead'],
    ]);
    expect(table(reading)).toMatchInlineSnapshot(`
      [
        "（一）压实党建责任 | 机关党委 | 相关科室、各乡镇卫生院 |  | =3个",
        "（二）抓好作风建设 | 机关党委 | 办公室、各乡镇卫生院 |  | >=100%",
        "（一）完善分级诊疗 | 医政科 | 医改科、基层科、各医疗机构 |  | >=70%",
        "（二）推进绩效考核 |  | 医政科、医改科、各医疗机构 | 2022-06-30 2022-09-30 | ",
        "（三）规范药品管理 | 药政科 | 各医疗机构 | quarterly | <=5%",
        "（一）筑牢免疫屏障 | 疾控科 | 基层科、各乡镇卫生院 |  | >=95%",
        "（二）加强慢病管理 | 基层科 | 相关科室、各乡镇卫生院 |  | >=65% >=63% range2..3个",
        "（三）提高应急能力 | 应急办 | 疾控科、医政科、各乡镇卫生院 | 2022-04-30 | >=2次",
        "四、发展中医药事业 | 中医科 | 各乡镇卫生院 | 2022-12-31 | =4家 =15名 >=10项",
        "（一）推进信息化建设 | 规划信息科 | 各医疗机构 | 2022-12-31 | ",
        "（二）严格综合监管 | 县卫生监督所 |  | 2022-08-31 | =100%",
        "（三）管好项目资金 | 财务科 | 规划信息科 | monthly | =1.2亿元",
      ]
    `);
  });

  it('reads first listed units and staged limits', () => {
    const reading = read('songhe-2023-first-listed.txt');
    expect(reading).toMatchObject({
      documentNumber: '松卫发〔2023〕8号',
      docDate: '2023-03-08',
      firstListedIsLead: true,
    });
    expect(new Set(reading.tasks.map((task) => task.unitMode))).toEqual(new Set(['first']));
    expect(table(reading)).toMatchInlineSnapshot(`
      [
        "1.改善城乡环境卫生 | 市爱卫办 | 市城管局、市住建局、各区县政府 | 2023-12-31 2025-12-31 2026-12-31 | range1..2个",
        "2.加强饮用水监测 | 市疾控中心 | 市水利局、各区县政府 | monthly 2024-06-30 | >=90%",
        "3.建设急救网络 | 市急救中心 | 市财政局、市数据局 | 2023-12-31 2024-12-31 | =6个 <=12分钟",
        "4.扩大托育服务供给 | 市卫健委 | 市发改委、市教育局、各区县政府 | 2025-12-31 | >=4.6个 >=60% >=1所",
        "5.优化老年健康服务 | 市卫健委 | 市民政局 | 2024-12-31 | >=85% >=30家",
        "6.推进控烟工作 | 市爱卫办 | 市教育局、市公安局 | 2025-12-31 quarterly | >=95% >=1次",
        "7.关爱青少年健康 | 市教育局 | 市卫健委 | yearly 2023-09-01 | =2次 >=0.5个百分点",
        "8.提升居民健康素养 | 市健康教育所 |  | yearly | =100场 =500名 =1000户",
        "9.培育健康产业园区 | 市发改委 | 市工信局、市卫健委 | 2025-12-31 | =20家 >=15亿元",
        "10.完善统计评价 | 市卫健委 | 市统计局 | 2023-05-08 ? | ",
      ]
    `);
  });
});
