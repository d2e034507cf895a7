import { EventLogError } from './event-log-error';
import { WriteGate } from './write-gate';

const other = new EventLogError('LOG.OTHER', 'another log');
const older = new EventLogError('LOG.OLDER', 'an older log');

describe('WriteGate', () => {
  it('lets writes pass while nothing is wrong', () => {
    const gate = new WriteGate();
    gate.check();
    expect(gate.stopped).toBeNull();
  });

  it('refuses with the first cause until each one is cleared', () => {
    const gate = new WriteGate();
    gate.stop('name', other);
    gate.stop('past', older);
    expect(() => gate.check()).toThrow(other);
    gate.clear('name');
    expect(() => gate.check()).toThrow(older);
    expect(gate.stopped).toBe(older);
    gate.clear('past');
    gate.check();
  });
});

describe('a listener of the gate', () => {
  it('is told of each cause that begins or ceases, once, until it ends that', () => {
    const gate = new WriteGate();
    const told: string[] = [];
    const end = gate.onChange((cause) => told.push(`${cause} ${gate.stoppedBy(cause)?.code ?? 'cleared'}`));
    gate.stop('name', other);
    gate.stop('name', older);
    gate.clear('past');
    gate.clear('name');
    end();
    gate.stop('past', older);
    expect(told).toEqual(['name LOG.OTHER', 'name cleared']);
  });
});
