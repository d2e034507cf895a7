import { type DemoFile } from '../content/evidence-files';

/** One thing that one person does at one moment, as it would be sent to the API. */
export interface DemoAct {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Login name of who does it. */
  readonly by: string;
  /** The operation of a route of the API. */
  readonly operation: string;
  /** What the route's path names; null where the command makes something new. */
  readonly id: string | null;
  readonly body: object;
  /** Files that are uploaded first; the report then names them. */
  readonly files: readonly DemoFile[];
}
