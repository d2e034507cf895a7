import { HealthRegistry } from './health';
import { createMetricsRegistry } from './metrics';
import { TaizhangError } from './taizhang-error';

describe('HealthRegistry', () => {
  it('is ready when every part is healthy, and shows their facts', async () => {
    const health = new HealthRegistry();
    health.register('database', () => ({ healthy: true }));
    health.register('projections', async () => ({ healthy: true, details: { behind: 0 } }));
    expect(await health.report()).toEqual({
      ready: true,
      checks: { database: { healthy: true }, projections: { healthy: true, details: { behind: 0 } } },
    });
  });

  it('is not ready when a part is unhealthy, throws or takes too long', async () => {
    const health = new HealthRegistry(10);
    health.register('unhealthy', () => ({ healthy: false }));
    health.register('foreign', () => Promise.reject(new Error('postgres://user:hush@host')));
    health.register('own', () => Promise.reject(new TaizhangError('QUEUE.DOWN', '队列不可用。')));
    health.register('slow', () => new Promise(() => undefined));
    const report = await health.report();
    expect(report).toEqual({
      ready: false,
      checks: {
        unhealthy: { healthy: false },
        foreign: { healthy: false, details: { reason: 'error' } },
        own: { healthy: false, details: { reason: 'QUEUE.DOWN' } },
        slow: { healthy: false, details: { reason: 'timeout' } },
      },
    });
  });

  it('refuses two checks of one name', () => {
    const health = new HealthRegistry();
    health.register('database', () => ({ healthy: true }));
    expect(() => health.register('database', () => ({ healthy: true }))).toThrow(/twice/);
  });
});

describe('createMetricsRegistry', () => {
  it('gives registries that do not share, with Node figures and labels', async () => {
    const [one, two] = [createMetricsRegistry({ role: 'api' }), createMetricsRegistry()];
    expect(await one.metrics()).toMatch(/nodejs_version_info\{.*role="api"/);
    expect(await two.metrics()).not.toContain('role="api"');
  });
});
