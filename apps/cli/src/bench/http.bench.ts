import autocannon from 'autocannon';
import { type Figures, rounded } from './figures';
import { reportBody } from './fixture';
import { type ServerProcess } from './server-process';

const CONNECTIONS = 20;
const SECONDS = 8;
const WARM_UP_SECONDS = 5;

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
  // Each task is met once before it counts: the first time, a process reads its whole stream.
  await fire(address, requests, WARM_UP_SECONDS);
  const result = await fire(address, requests, SECONDS);
  return {
    httpCommandsPerSecond20: rounded(result.requests.average),
    httpCommandP50Ms: result.latency.p50,
    httpCommandP99Ms: result.latency.p99,
  };
}

async function fire(url: string, requests: autocannon.Request[], duration: number): Promise<autocannon.Result> {
  let connection = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration,
    requests,
    setupClient: (client) => {
      const from = Math.floor((connection++ * requests.length) / CONNECTIONS);
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} requests refused, ${result.errors} failed`);
  }
  return result;
}

/** Resident memory of the server, in MB, as it reports it. */
export async function residentMegabytes({ address }: ServerProcess): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes(?:\{[^}]*\})? (\d+)/mu.exec(text)?.[1];
  return Math.round(Number(bytes) / 1024 / 1024);
}
