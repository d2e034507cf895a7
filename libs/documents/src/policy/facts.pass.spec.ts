import { compileCalendar } from '#domain';
import { SAMPLE_CALENDAR } from '../../../domain/testing';
import { readPolicy } from './read-policy';

const TASK = '\n一、健全机制\n（一）建立台账。年底前完成。（市卫健委牵头）\n';

function factsOf(head: string, tail = '') {
  return readPolicy(Buffer.from(`${head}${TASK}${tail}`), compileCalendar(SAMPLE_CALENDAR)).facts;
}

describe('readFacts', () => {
  it('reads title, number, issuing body, date and year from the head', () => {
    const facts = factsOf(
      '云岭市卫生健康委员会关于印发2022年工作要点的通知\n云卫发〔2022〕7号\n各县区：\n云岭市卫生健康委员会\n2022年3月1日\n云岭市2022年卫生健康\n工作要点',
    );
    expect(facts).toMatchObject({
      title: { value: '云岭市2022年卫生健康工作要点' },
      documentNumber: { value: '云卫发〔2022〕7号' },
      issuingBody: { value: '云岭市卫生健康委员会' },
      date: { value: '2022-03-01' },
      year: { value: 2022 },
    });
  });

  it('does not read the number of a cited document as its own', () => {
    expect(factsOf('根据《省改革方案》（省政发〔2020〕3号），制定本清单').documentNumber).toBeNull();
  });

  it('reads the date below the text', () => {
    expect(factsOf('关于完善服务体系的意见', '云岭市人民政府\n2021年5月6日\n').date?.value).toBe('2021-05-06');
  });

  it('doubts the day of publication, and the year of titles that disagree', () => {
    expect(factsOf('发布时间：2021-09-18 10:16').date).toMatchObject({
      value: '2021-09-18',
      doubts: [expect.stringContaining('发布日期')],
    });
    expect(factsOf('2023年全县工作要点\n2022年全县工作要点').year).toMatchObject({
      value: 2022,
      doubts: [expect.stringContaining('2023')],
    });
  });
});
