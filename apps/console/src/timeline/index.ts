export { courseOf, EMPTY_COURSE, follow, namesOf, type Course } from './course';
export { dataRows, type DataRow } from './data-rows';
export { limitWords } from './limit-words';
export { momentInShanghai, timeInShanghai } from './moment';
export { plainClause } from './plain-clause';
export { periodWord, recurrenceWord, rhythmWord } from './rhythm';
export { actorName, lineOf, sentenceOf, titleOf, type Sentence } from './sentence';
export { byDay, consolidated, dayHeading, folded, told, type Line, type Step, type TimelineDay } from './timeline';
