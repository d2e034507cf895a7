import { founded } from './founded.event';

/** The facts of an installation. */
export const INSTALLATION_EVENTS = { [founded.type]: founded };
