import { nudgeId, nudgeSchema } from './nudge';

describe('nudge', () => {
  it('has an id of its minute in UTC and its shard', () => {
    expect(nudgeId({ minute: '2021-12-31T00:50:00.000Z', shard: 7 })).toBe('due-202112310050-07');
    expect(nudgeId({ minute: '2021-12-31T16:05:00Z', shard: 15 })).toBe('due-202112311605-15');
  });

  it.each([{ minute: '2021-12-31T00:50:00.000Z', shard: 16 }, { minute: '2021-12-31 00:50', shard: 1 }, { shard: 1 }])(
    'takes nothing else from a queue: %j',
    (data) => expect(nudgeSchema.safeParse(data).success).toBe(false),
  );
});
