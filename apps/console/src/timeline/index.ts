export { actorName, lineOf, sentenceOf } from './sentence';
export { SENTENCES } from './sentences';
export { byDay, consolidated, dayHeading, folded, told, type Line, type TimelineDay } from './timeline';
