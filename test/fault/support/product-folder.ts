import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder of one spec's own, swept away with whatever still runs on it, however the spec ends. */
export interface ProductFolder {
  /** Where the product keeps its data; not there before the first start. */
  readonly path: string;
  /** Tells which process of the product to end if the spec dies; null when none runs. */
  guard(pid: number | null): void;
  /** Ends what runs on the folder and removes it. */
  close(): Promise<void>;
}

/** Its input closes when the spec closes the folder, or is gone. */
const WATCHDOG = `
  pid=
  while read -r line; do pid=$line; done
  [ -z "$pid" ] || kill -KILL "$pid"
  if read -r postmaster < "$1/data/postgres/postmaster.pid"; then kill -QUIT "$postmaster"; fi
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do [ -e "$1/data/postgres/postmaster.pid" ] || break; sleep 0.2; done
  rm -rf "$1"
`;

/** Makes a folder's place, in another folder, and its watchdog. */
export async function productFolder(parent = tmpdir()): Promise<ProductFolder> {
  const place = await mkdtemp(join(parent, 'taizhang-fault-'));
  const watchdog = spawn('sh', ['-c', WATCHDOG, 'taizhang-fault-watchdog', place], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = once(watchdog, 'exit');
  return {
    path: join(place, 'data'),
    guard: (pid) => watchdog.stdin.write(`${pid ?? ''}\n`),
    close: async () => {
      watchdog.stdin.end();
      await gone;
    },
  };
}
