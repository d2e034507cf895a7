import { onNewPast } from '#event-store';
import { type Projector } from './runtime/projector';
import { type ProjectorNeeds, sharedStates } from './shared/projector-needs';
import { inboxProjector } from './inbox/inbox.projector';
import { ledgerProjector } from './ledgers/ledger.projector';
import { postProjector } from './posts/post.projector';
import { rulesProjector } from './rules/rules.projector';
import { taskProjector } from './tasks/task.projector';
import { timelineProjector } from './timeline/timeline.projector';
import { timerProjector } from './timers/timer.projector';
import { unitProjector } from './units/unit.projector';

/** Every projection of the house. They share what they fold while they are level. */
export function createProjectors(needs: ProjectorNeeds): readonly Projector[] {
  const shared = sharedStates();
  onNewPast(needs.store.writing, () => shared.clear());
  return [
    taskProjector(needs, shared),
    timerProjector(needs, shared),
    inboxProjector(needs, shared),
    timelineProjector(),
    rulesProjector(),
    ledgerProjector(),
    unitProjector(),
    postProjector(),
  ];
}
