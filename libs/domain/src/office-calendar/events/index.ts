import { published } from './published.event';

/** The facts of a region's calendar. */
export const CALENDAR_EVENTS = { [published.type]: published };
