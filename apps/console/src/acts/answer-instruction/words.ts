import { type ActWords } from '../act';

export const words = {
  before: () => '答复将送作出批示的领导。答复不代替填报，完成的时限请另行填报。',
  done: () => '已答复，领导可在待办中查看',
  submit: '答复',
  title: '答复批示',
  told: '答复批示',
  eventFields: { 'instruction.answered.text': '答复内容' },
} as const satisfies ActWords;
