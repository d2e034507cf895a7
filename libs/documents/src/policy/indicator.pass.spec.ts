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

  it.each<[string, string[]]>([
    ['医疗服务收入占比约21%', ['约 21']],
    ['医疗服务收入占比大约为21%', ['约 21']],
    ['医疗服务收入占比达到21%左右', ['约 21']],
    ['医疗服务收入占比保持在21%上下', ['约 21']],
    ['医疗服务收入占比接近21%', ['约 21']],
    ['改造旧店近300家', ['约 300']],
    ['医疗服务收入占比约50-60%', ['约 50..60']],
    ['两项占比分别为约21%、25%和30%', ['约 21', '约 25', '约 30']],
    ['两项占比分别达到21%和30%左右', ['约 21', '约 30']],
    ['两项占比分别达到21%左右和30%', ['约 21', '30']],
    ['医疗服务收入占比不低于21%', ['21']],
    ['医疗服务收入占比超过21%', ['21']],
    ['医疗服务收入占比不超过21%', ['21']],
    ['全年新签约300家企业', ['300']],
    ['完成全年节约3万吨', ['3']],
    ['培育30家上下游企业', ['30']],
    ['建成5个左右岸公园', ['5']],
    ['新建附近5家门店', ['5']],
  ])('tells what is approximate from what is not: %s', (text, figures) => {
    const told = read(text).map(({ value, max, approximate, doubts }) => {
      expect(doubts.includes('写的是约数，是否达到由人判定')).toBe(approximate);
      return `${approximate ? '约 ' : ''}${value}${max === null ? '' : `..${max}`}`;
    });
    expect(told).toEqual(figures);
  });

  it('leaves the words of an approximate figure out of its name', () => {
    expect(read('改造旧店近300家').map(({ name }) => name)).toEqual(['改造旧店']);
    expect(read('医疗服务收入占比约21%').map(({ name }) => name)).toEqual(['医疗服务收入占比']);
  });

  it('reads a range that is written the wrong way round from its lower end, and says so', () => {
    const [reversed] = read('床位使用率控制在90-10%');
    expect(reversed).toMatchObject({ op: 'range', value: 10, max: 90, doubts: ['区间的上下限写反，按从小到大理解'] });
    expect(brief('床位使用率控制在90-90%')).toEqual(['床位使用率 = 90 %']);
  });

  it('takes no number of more than fifteen digits for a target', () => {
    expect(read('完成投资123456789012,345,678元')).toEqual([]);
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
