import { distinctIndicators, readIndicators } from './indicator.pass';
import { normalise } from './normalise.pass';
import { type IndicatorReading } from './reading.types';

function read(text: string): IndicatorReading[] {
  return distinctIndicators(readIndicators(normalise(text), { start: 0, end: text.length }));
}

function brief(text: string): string[] {
  return read(text).map(
    ({ name, op, value, max, unit }) => `${name} ${op} ${value}${max === null ? '' : `..${max}`} ${unit}`,
  );
}

describe('readIndicators', () => {
  it.each<[string, string[]]>([
    ['群众就医满意度达到88%以上', ['群众就医满意度 >= 88 %']],
    ['签约率不低于75%，自付比例降至28%以下', ['签约率 >= 75 %', '自付比例 <= 28 %']],
    ['差错发生率控制在1.5‰以内', ['差错发生率 <= 1.5 ‰']],
    ['龋齿率下降2个百分点以上', ['龋齿率下降幅度 >= 2 个百分点']],
    ['建档率达72%', ['建档率 >= 72 %']],
    ['线上问诊占比达到18%左右', ['线上问诊占比 = 18 %']],
    ['引进全科医生40名以上，培训乡村医生600人次', ['全科医生 >= 40 名', '培训乡村医生 = 600 人次']],
    ['选派20-25名骨干进修', ['骨干进修 range 20..25 名']],
    ['培养10名名中医、20名骨干医师，新增托位1,200个', ['名中医 = 10 名', '骨干医师 = 20 名', '托位 = 1200 个']],
    ['完成听力筛查3万人次', ['听力筛查 = 3 万人次']],
    ['每千人口托位数达到4.6个', ['每千人口托位数 >= 4.6 个']],
    ['各县至少建成1所公办托育机构', ['公办托育机构 >= 1 所']],
    ['7家乡镇卫生院按标准设置康复室', ['乡镇卫生院按标准设置康复室 = 7 家']],
    ['人均期望寿命达到81.5岁', ['人均期望寿命 >= 81.5 岁']],
    ['将证照换发时间压缩至3个工作日以内', ['证照换发时间 <= 3 个工作日']],
    ['两项审批分别缩短至2个月、半个月', ['两项审批 <= 2 个月', '半个月 <= 0.5 个月']],
    ['初诊、复诊预约率分别达到66%和58%', ['初诊、复诊预约率 >= 66 %', '初诊、复诊预约率 >= 58 %']],
    ['巩固11个已建成的示范点', []],
    ['推动9个专项行动，做好5个方面工作', []],
    ['做好65岁以上老人、3岁以下婴幼儿服务', []],
    ['严格执行24小时值班制度，第3次会议', []],
    ['落实“两个95%”要求', []],
    ['参保人数达到职工人数60%的，可申请补助', []],
    ['对50人以上的企业开展检查', []],
  ])('reads %s as %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('keeps the words of the indicator and the place of its number and unit', () => {
    const text = '做好服务，全市签约率不低于75%。';
    const [found] = read(text);
    expect(found?.text).toBe('全市签约率不低于75%');
    expect(text.slice(found?.valueSpan.start, found?.valueSpan.end)).toBe('75%');
  });

  it('says whether a comparator is written', () => {
    expect(read('达到30家以上，达到30家').map((found) => found.comparatorExplicit)).toEqual([true, false]);
  });
});
