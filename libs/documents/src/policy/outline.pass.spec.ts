import { normalise } from './normalise.pass';
import { readOutline } from './outline.pass';

function numbersOf(text: string): string[] {
  const source = normalise(text);
  return readOutline(source, [{ start: 0, end: text.length }]).nodes.map(
    (node) => `${text.slice(node.numberSpan.start, node.numberSpan.end).trim()}<${node.parent}`,
  );
}

describe('readOutline', () => {
  it('nests the levels of numbering', () => {
    expect(numbersOf('一、甲\n（一）乙\n1. 丙\n（1）丁\n2、戊\n（二）己\n二、庚')).toEqual([
      '一、<-1',
      '（一）<0',
      '1.<1',
      '（1）<2',
      '2、<1',
      '（二）<0',
      '二、<-1',
    ]);
  });

  it('finds items in paragraphs whose line breaks were lost', () => {
    expect(
      numbersOf('提出如下方案。一、把服务做实做好（一）甲。具体措施：1．乙。（甲局负责）2．2021年底前丙。（二）丁。'),
    ).toEqual(['一、<-1', '（一）<0', '1．<1', '2．<1', '（二）<0']);
  });

  it('does not read a decimal, a reference or a number out of sequence as an item', () => {
    expect(numbersOf('一、甲。提高到1.5万人，见（三）；投入：1.2亿元。5.其他')).toEqual(['一、<-1']);
    expect(numbersOf('1.5万人参加\n3.2亿元')).toEqual([]);
  });

  it('reads digits after a number as its heading where the numbering goes on', () => {
    expect(numbersOf('6.甲\n7.365工程')).toEqual(['6.<-1', '7.<-1']);
  });

  it('reads numbering that goes on across sections and numbering that starts again', () => {
    expect(numbersOf('一、甲。（一）乙。二、丙。（二）丁。三、戊。（一）己。')).toHaveLength(6);
  });
});
