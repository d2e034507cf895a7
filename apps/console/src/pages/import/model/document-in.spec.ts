import { documentIn } from './document-in';

describe('the document that a pasted text is', () => {
  test.each([
    ['芜卫改〔2021〕3号\n\n关于印发重点任务的通知', '芜卫改〔2021〕3号'],
    ['关于印发重点任务的通知\n云政办发 〔 2026 〕 12 号', '云政办发〔2026〕12号'],
    ['（渝府发［２０２０］８号）', '渝府发［２０２０］８号'],
  ])('has the number that stands at its beginning: %s', (text, number) => {
    expect(documentIn(text).number).toBe(number);
  });

  test.each(['', '一、总体要求', '根据中发第3号文件', `${'甲\n'.repeat(2_000)}芜卫改〔2021〕3号`])(
    'has none where there is none: %#',
    (text) => {
      expect(documentIn(text).number).toBeNull();
    },
  );

  test('has the line that names its year or subject as title', () => {
    expect(documentIn('芜卫改〔2021〕3号\n云岭市2021年医改重点任务\n一、').title).toBe('云岭市2021年医改重点任务');
    expect(documentIn('一、总体要求').title).toBe('');
  });
});
