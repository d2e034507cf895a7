export { actWord } from './act-word';
export {
  type Course,
  courseOf,
  EMPTY_COURSE,
  knownIndicators,
  knownLimits,
  type KnownIndicator,
  type KnownLimit,
  namesOf,
} from './course';
export { limitWords } from './limit-words';
export { measuresText } from './measures-text';
export { momentInShanghai, timeInShanghai } from './moment';
export { plainClause } from './plain-clause';
export { policyVersionWord, rungWord } from './rule-words';
export { periodWord, recurrenceWord, rhythmWord, termsWord } from './rhythm';
export { type Met, sawText, type Seen } from './saw';
export { toldPeopleText } from './told-people';
export { type Sentence, type Step, type Timeline } from './steps';
export {
  authorityText,
  clip,
  type EventTelling,
  type FollowedEntry,
  knownName,
  limitName,
  limitNames,
  said,
  sentence,
  type Sentences,
  type Telling,
  type Told,
  personSpeaking,
  unitActing,
  unitName,
  unitNames,
  unitsOfLanes,
} from './telling';
export { targetText, withTarget } from './target';
export { textChange, type TextChange } from './text-change';
