import { PEOPLE } from '../../../domain/testing';
import { unitIdFor } from './unit-id';
import { EngineLab } from '../../testing';
import { CreateUnits } from './create-units';

describe('units of several names', () => {
  let lab: EngineLab;

  beforeEach(async () => {
    lab = await EngineLab.open();
  });
  afterEach(() => lab.close());

  const create = (names: readonly string[], key?: string) => {
    const by = PEOPLE.systemAdministrator;
    return lab.bus.execute(new CreateUnits(names, null, lab.context(key === undefined ? { by } : { by, key })));
  };

  it('are made in one step; those that are there already are only named', async () => {
    expect(await create(['市医保局'])).toMatchObject({ units: [{ name: '市医保局', created: true }], position: '1' });
    const { units, position } = await create(['市医保局', '市财政局', '市财政局', '市教育局']);
    expect(units).toEqual([
      { name: '市医保局', unitId: unitIdFor('市医保局', null), created: false },
      { name: '市财政局', unitId: unitIdFor('市财政局', null), created: true },
      { name: '市教育局', unitId: unitIdFor('市教育局', null), created: true },
    ]);
    expect(position).toBe('3');
    expect(await create(['市医保局'])).toMatchObject({ position: null });
  });

  it('are made once, however often they are asked for at once', async () => {
    await Promise.all([create(['市医保局', '市财政局']), create(['市财政局', '市医保局'])]);
    expect(await lab.log()).toHaveLength(2);
  });

  it('are answered as the first time when the request is repeated', async () => {
    const first = await create(['市医保局', '市财政局'], 'key');
    expect(await create(['市医保局', '市财政局'], 'key')).toEqual(first);
    expect(await lab.log()).toHaveLength(2);
  });

  it('are not made by somebody who may not', async () => {
    const denied = lab.bus.execute(new CreateUnits(['市医保局'], null, lab.context({ by: PEOPLE.reporter })));
    await expect(denied).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    expect(await lab.log()).toEqual([]);
  });
});
