import { CommandBus } from '@nestjs/cqrs';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApi, openHealthPages } from '#api';
import { ReactionRunner } from '#engine';
import { type Foundation, openCore, type ProcessRole, type RunningProcess } from '#runtime';
import { startWorker, type Worker } from '#worker';

/** The program at work in this process, in one of its roles. */
export interface Program extends RunningProcess {
  /** Not listening yet. A worker answers about its health only. */
  readonly http: NestFastifyApplication;
  /** Null for an api process. */
  readonly worker: Worker | null;
  /** Drains and stops everything but the foundation. */
  close(): Promise<void>;
}

/** Puts the parts of a role together on a foundation and starts their work; HTTP does not listen yet. */
export async function openProgram(foundation: Foundation, role: ProcessRole): Promise<Program> {
  const core = openCore(foundation, role);
  const http = role === 'worker' ? await openHealthPages(core) : await openApi(core);
  try {
    const bus = http.get(CommandBus, { strict: false });
    const reactions = http.get(ReactionRunner, { strict: false });
    await foundation.identity.start();
    const worker = role === 'api' ? null : await startWorker(core, { bus, reactions });
    const close = async (): Promise<void> => {
      // Requests under way are answered before the parts that they wait for are stopped.
      await http.close();
      await worker?.stop();
    };
    return { role, http, worker, bus, projections: core.projections, health: core.health, close };
  } catch (error) {
    await http.close();
    throw error;
  }
}
