import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * A Prometheus registry of this process with Node's own figures; each part adds its own to it.
 * A new one per call: tests and several instances in one process do not share counters.
 * @param labels put on every figure, such as the role
 */
export function createMetricsRegistry(labels: Readonly<Record<string, string>> = {}): Registry {
  const registry = new Registry();
  registry.setDefaultLabels(labels);
  collectDefaultMetrics({ register: registry });
  return registry;
}
