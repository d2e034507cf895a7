import { install } from './install.act';
import { publish } from './publish.act';

/** What may be asked of a region's calendar. */
export const CALENDAR_ACTS = { [publish.type]: publish, [install.type]: install };
