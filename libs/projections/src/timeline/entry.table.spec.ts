import { AGGREGATE_NAMES, AGGREGATES } from '#domain';

describe('the ledger of an event', () => {
  it('is looked up for tasks; of another thing whose events name it the projector has yet to learn it', () => {
    const named = AGGREGATE_NAMES.filter((name) => AGGREGATES[name].ledger === 'by-event');
    // A streak's own events name it.
    expect(named).toEqual(['task', 'streak']);
  });
});
