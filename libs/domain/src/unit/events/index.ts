import { aliasAdded } from './alias-added.event';
import { created } from './created.event';
import { renamed } from './renamed.event';

/** The facts of a unit: ids and names only, no contacts. */
export const UNIT_EVENTS = {
  [created.type]: created,
  [renamed.type]: renamed,
  [aliasAdded.type]: aliasAdded,
};
