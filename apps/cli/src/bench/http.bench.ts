import autocannon from 'autocannon';
import { type Figures, rounded } from './figures';
import { reportBody } from './fixture';
import { type ServerProcess } from './server-process';

const CONNECTIONS = 20;
const SECONDS = 8;

/** Commands over HTTP, each connection going through the tasks from another place. @throws when a request is refused */
export async function measureHttp(
  { address }: ServerProcess,
  secret: string,
  taskIds: readonly string[],
): Promise<Figures> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
  const requests = taskIds.map((taskId, index) => ({
    method: 'POST' as const,
    path: `/api/tasks/${taskId}/report`,
    headers,
    body: JSON.stringify(reportBody(index)),
  }));
  let connection = 0;
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests,
    setupClient: (client) => {
      const from = Math.floor((connection++ * requests.length) / CONNECTIONS);
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} requests refused, ${result.errors} failed`);
  }
  return {
    httpCommandsPerSecond20: rounded(result.requests.average),
    httpCommandP50Ms: result.latency.p50,
    httpCommandP99Ms: result.latency.p99,
  };
}

/** Resident memory of the server, in MB, as it reports it. */
export async function residentMegabytes({ address }: ServerProcess): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes(?:\{[^}]*\})? (\d+)/mu.exec(text)?.[1];
  return Math.round(Number(bytes) / 1024 / 1024);
}
