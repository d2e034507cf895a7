import { z } from 'zod';
import { eventsOf } from '../../shared/event-definition';
import { loggedIdSchema } from '../../shared/schema';
import { type InstallationState } from '../installation.state';

/** The log begins. The id is drawn at random, so that two logs are told apart. */
export const founded = eventsOf<InstallationState>()({
  type: 'installation.founded',
  schema: z.strictObject({ installationId: loggedIdSchema }),
  sample: { installationId: '00000000-0000-4000-8000-000000000a00' },
  begin: ({ data }) => data,
  evolve: (state) => state,
});
