import { z } from 'zod';
import { type EventOf, type Recorded } from '../shared/event';
import { idSchema } from '../shared/schema';

/** The stream of the installation itself; its first event is the first event of the log. */
export const INSTALLATION_STREAM = 'installation-this';

/** The facts of an installation. Its id is drawn at random, so that two logs are told apart. */
export const installationEventSchemas = {
  'installation.founded': z.strictObject({ installationId: idSchema }),
};
export type InstallationEvent = EventOf<typeof installationEventSchemas>;

/** An installation as its events tell it. */
export interface InstallationState {
  readonly installationId: string;
}

/** How one event changes an installation. */
export function evolveInstallation(
  _state: InstallationState | null,
  event: Recorded<InstallationEvent>,
): InstallationState {
  return { installationId: event.data.installationId };
}
