import { assigned } from './assigned.event';
import { childEnded } from './child-ended.event';
import { childReopened } from './child-reopened.event';
import { checkPassed } from './check-passed.event';
import { checkReturned } from './check-returned.event';
import { closed } from './closed.event';
import { confirmed } from './confirmed.event';
import { contentChanged } from './content-changed.event';
import { delayRead } from './delay-read.event';
import { drafted } from './drafted.event';
import { hung } from './hung.event';
import { instructionAnswered } from './instruction-answered.event';
import { instructionGiven } from './instruction-given.event';
import { laneAccepted } from './lane-accepted.event';
import { laneClaimed } from './lane-claimed.event';
import { laneDeclined } from './lane-declined.event';
import { laneReported } from './lane-reported.event';
import { lanesChanged } from './lanes-changed.event';
import { limitAdded } from './limit-added.event';
import { limitMoved } from './limit-moved.event';
import { limitRemoved } from './limit-removed.event';
import { measureTaken } from './measure-taken.event';
import { proposalDecided } from './proposal-decided.event';
import { proposalMade } from './proposal-made.event';
import { resumed } from './resumed.event';
import { rungFired } from './rung-fired.event';
import { rulesMoved } from './rules-moved.event';
import { split } from './split.event';
import { suspended } from './suspended.event';
import { terminated } from './terminated.event';
import { urged } from './urged.event';
import { voided } from './voided.event';
import { withdrawn } from './withdrawn.event';

/** Every fact in a task's life: the one list of its events. */
export const TASK_EVENTS = {
  [drafted.type]: drafted,
  [confirmed.type]: confirmed,
  [contentChanged.type]: contentChanged,
  [hung.type]: hung,
  [assigned.type]: assigned,
  [lanesChanged.type]: lanesChanged,
  [laneAccepted.type]: laneAccepted,
  [laneDeclined.type]: laneDeclined,
  [laneReported.type]: laneReported,
  [laneClaimed.type]: laneClaimed,
  [limitAdded.type]: limitAdded,
  [limitMoved.type]: limitMoved,
  [limitRemoved.type]: limitRemoved,
  [checkPassed.type]: checkPassed,
  [checkReturned.type]: checkReturned,
  [suspended.type]: suspended,
  [resumed.type]: resumed,
  [split.type]: split,
  [childEnded.type]: childEnded,
  [childReopened.type]: childReopened,
  [closed.type]: closed,
  [voided.type]: voided,
  [terminated.type]: terminated,
  [proposalMade.type]: proposalMade,
  [proposalDecided.type]: proposalDecided,
  [urged.type]: urged,
  [measureTaken.type]: measureTaken,
  [instructionGiven.type]: instructionGiven,
  [instructionAnswered.type]: instructionAnswered,
  [rungFired.type]: rungFired,
  [delayRead.type]: delayRead,
  [rulesMoved.type]: rulesMoved,
  [withdrawn.type]: withdrawn,
};
