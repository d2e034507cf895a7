import { randomUUID } from 'node:crypto';
import { INSTALLATION_STREAM } from '#domain';
import { type DoubledLog, doubledServer } from '../../../event-store/testing/kurrent-log';
import { nameOf } from './log-standing';

describe('the name of a log', () => {
  let log: DoubledLog;
  beforeEach(async () => {
    log = await doubledServer();
  });
  afterEach(() => log.close());

  it.each([
    ['whole', () => undefined],
    ['deleted softly', () => log.double.log.deleteSoftly(`taizhang.${INSTALLATION_STREAM}`)],
    ['deleted for good', () => log.double.log.tombstone(`taizhang.${INSTALLATION_STREAM}`)],
  ])('is known while its stream is %s: no log is taken for one of 0.1', async (_how, damage) => {
    const installationId = randomUUID();
    await log.store.append(INSTALLATION_STREAM, 'no-stream', [
      { eventId: randomUUID(), type: 'installation.founded', schemaVersion: 1, metadata: {}, data: { installationId } },
    ]);
    damage();
    expect(await nameOf(log.store)).toBe(installationId);
  });

  it('is none in an empty log', async () => {
    expect(await nameOf(log.store)).toBeNull();
  });
});
