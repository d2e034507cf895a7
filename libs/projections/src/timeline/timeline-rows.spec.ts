import { EVENTS } from '#domain';
import { accountsIn, unitsIn } from './timeline-rows';

/** The units that the samples of events speak of. */
const SAMPLE_UNITS = ['00000000-0000-4000-8000-000000000a03', '00000000-0000-4000-8000-000000000a07'];

const found = (data: object) => new Set(unitsIn({ unit_id: null, data: { ...data } }));

describe('the units of an event', () => {
  it.each(EVENTS.map(({ type, sample }) => [type, sample] as const))(
    'are all found in the sample of %s',
    (_, sample) => {
      const text = JSON.stringify(sample);
      const named = SAMPLE_UNITS.filter((unitId) => text.includes(unitId));
      expect(typeof sample === 'object' && sample !== null && found(sample)).toEqual(new Set(named));
    },
  );

  it('are found in lists that the samples leave empty', () => {
    const [one = '', two = ''] = SAMPLE_UNITS;
    expect(found({ removed: [one], owedBy: [two] })).toEqual(new Set(SAMPLE_UNITS));
    expect(found({ changes: { leads: [one], supports: [two] } })).toEqual(new Set(SAMPLE_UNITS));
    expect(found({ data: { changes: { leadUnitIds: [one], supportUnitIds: [two] } } })).toEqual(new Set(SAMPLE_UNITS));
    expect(found({ parentId: one, askedBy: { unitId: two } })).toEqual(new Set(SAMPLE_UNITS));
    expect(found({ unstaffed: one, told: [{ unitId: two }] })).toEqual(new Set(SAMPLE_UNITS));
  });

  it('are not days, whatever the field is called', () => {
    expect(found({ stood: { from: '2025-03-03', to: '2025-03-13' } })).toEqual(new Set());
  });
});

describe('the people of an event', () => {
  it('are those whom it names by their accounts, at any depth', () => {
    const told = [{ people: [{ accountId: 'a', postId: 'p' }] }, { people: [] }, { people: [{ accountId: 'b' }] }];
    expect(accountsIn({ category: 'task', stream_id: 't', data: { told, accountId: 'c', lane: 'd' } })).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('are, of what is done to an account, first its holder', () => {
    expect(accountsIn({ category: 'account', stream_id: 'e', data: { second: 'unneeded' } })).toEqual(['e']);
  });
});
