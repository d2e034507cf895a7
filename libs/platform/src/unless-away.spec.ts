import { UnlessAway } from './unless-away';

const away = new Error('away');

describe('UnlessAway', () => {
  let time: number;
  let asked: number;
  let answer: () => Promise<string>;
  let source: UnlessAway<string>;

  beforeEach(() => {
    time = 0;
    asked = 0;
    answer = async () => 'answer';
    source = new UnlessAway(
      () => {
        asked += 1;
        return answer();
      },
      { isAway: (error) => error === away, waitMs: 20, restMs: 5_000, now: () => time },
    );
  });

  it('gives the answer of the source while it is there, and asks it each time', async () => {
    expect([await source.ask(), await source.ask(), asked]).toEqual(['answer', 'answer', 2]);
  });

  it('gives nothing while the source is away, and leaves it alone for some seconds', async () => {
    answer = () => Promise.reject(away);
    expect([await source.ask(), await source.ask(), asked]).toEqual([undefined, undefined, 1]);
    answer = async () => 'answer';
    time = 4_999;
    expect([await source.ask(), asked]).toEqual([undefined, 1]);
    time = 5_000;
    expect([await source.ask(), asked]).toEqual(['answer', 2]);
  });

  it('waits for a source that keeps silent for one moment only, and begins no second question meanwhile', async () => {
    let speak: (text: string) => void = () => undefined;
    answer = () => new Promise((resolve) => (speak = resolve));
    expect([await source.ask(), await source.ask(), asked]).toEqual([undefined, undefined, 1]);
    time = 5_000;
    expect([await source.ask(), asked]).toEqual([undefined, 1]);
    time = 10_000;
    const question = source.ask();
    speak('answer');
    expect([await question, asked]).toEqual(['answer', 1]);
  });

  it('asks once for those who ask at the same time', async () => {
    expect(await Promise.all([source.ask(), source.ask(), source.ask()])).toEqual(['answer', 'answer', 'answer']);
    expect(asked).toBe(1);
  });

  it('throws any other error, and asks again the next time', async () => {
    answer = () => Promise.reject(new Error('wrong'));
    await expect(source.ask()).rejects.toThrow('wrong');
    await expect(source.ask()).rejects.toThrow('wrong');
    expect(asked).toBe(2);
  });
});
