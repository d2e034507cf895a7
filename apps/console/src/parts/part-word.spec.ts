import { ownStep, partWord } from './part-word';

describe('where a task stands for the people of a unit', () => {
  it('is where their own part stands, whatever the others do', () => {
    // Another lead has not answered yet, or declined.
    expect([partWord('assigned', 'working'), partWord('declined', 'working')]).toEqual(['办理中', '办理中']);
    expect([partWord('underway', 'waiting'), partWord('underway', 'declined')]).toEqual(['待签收', '退件']);
    expect([partWord('underway', 'claimed'), partWord('returned', 'claimed')]).toEqual(['已申请销号', '已申请销号']);
    expect(partWord('returned', 'working')).toBe('退回整改');
  });

  it('is where the task stands once it is out of their hands, and for people of no unit in it', () => {
    expect([partWord('closure-requested', 'claimed'), partWord('suspended', 'working')]).toEqual(['初核中', '缓办']);
    expect([partWord('closed', 'working'), partWord('assigned', null)]).toEqual(['已销号', '待签收']);
  });

  it('is of several own units the part that waits for them', () => {
    const parts = [
      { unitId: 'h', step: 'claimed' as const },
      { unitId: 'f', step: 'working' as const },
    ];
    expect(ownStep(parts, new Set(['h', 'f']))).toBe('working');
    expect(ownStep(parts, new Set(['h']))).toBe('claimed');
    expect(ownStep(parts, new Set(['office']))).toBeNull();
  });
});
