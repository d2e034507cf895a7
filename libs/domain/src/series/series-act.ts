import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { reject, type Rejection } from '../shared/rejection';
import { type SERIES_EVENTS } from './events';
import { type SeriesState } from './series.state';

export type SeriesEvent = EventIn<typeof SERIES_EVENTS>;

/** Defines an act on a series of closing numbers. All of them are the engine's: people close tasks. */
export const seriesAct = actsOf<'series', SeriesState, SeriesEvent>('series');

/** The refusal of settling a number that is not open. */
export const NOT_RESERVED: Rejection = reject('SERIES.NOT_RESERVED', '该销号文号未预留或已经使用。');
