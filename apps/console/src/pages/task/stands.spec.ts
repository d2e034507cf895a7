import {
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  taskIn,
  type TaskStory,
  usually,
  withTwoLeads,
} from '../../../../../libs/domain/testing';
import { type TimelineEntry } from '../../api/answer';
import { standsOf, standsSince } from './stands';

/** The events of a story as the timeline gives them. */
function stepsOf({ history }: TaskStory): { entry: TimelineEntry }[] {
  return history.map(({ eventId, revision, type, data, metadata: { commandId, act, actor, recordedAt } }) => ({
    entry: {
      revision,
      position: String(revision),
      eventId,
      commandId,
      act,
      type,
      recordedAt,
      occurredOn: null,
      actor: {
        accountId: actor.accountId,
        name: actor.name,
        role: actor.role,
        unitId: actor.unitId,
        unitName: null,
      },
      units: [],
      files: [],
      children: [],
      people: [],
      concerns: null,
      passwordResetAt: null,
      data: { ...data },
      hash: '',
      ledgerKind: 'reform',
    },
  }));
}

const statuses = (story: TaskStory) => standsOf(stepsOf(story)).map(({ status }) => status);
const lastMoment = ({ history }: TaskStory) => history.at(-1)?.metadata.recordedAt;

describe('the statuses of a task', () => {
  it('follow the events, also back when a step is taken back', () => {
    const accepted = usually(taskIn('assigned'), 'task.accept');
    const back = accepted.after('task.withdraw', {}, { by: PEOPLE.reporter });
    expect(statuses(back)).toEqual(['draft', 'hung', 'assigned', 'underway', 'assigned']);
    const stands = standsOf(stepsOf(usually(back, 'task.urge')));
    expect(standsSince('assigned', stands)).toBe(lastMoment(back));
    expect(standsSince('underway', stands)).toBeNull();
  });

  it('lead on to the check when the last lead has asked for closure, and not with the first', () => {
    const reported = withTwoLeads
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.report', { progress: '完成' }, OF_FINANCE);
    const first = reported.after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    expect(statuses(first).at(-1)).toBe('underway');
    const both = first.after('task.request-closure', soundBody('task.request-closure'), OF_FINANCE);
    expect(standsSince('closure-requested', standsOf(stepsOf(both)))).toBe(lastMoment(both));
  });

  it('are not guessed while the beginning has not been read', () => {
    expect(standsOf(stepsOf(taskIn('underway')).slice(1))).toEqual([]);
    expect(standsSince('underway', [])).toBeNull();
  });

  it('go on over an event that this program does not know', () => {
    const [drafted, ...rest] = stepsOf(taskIn('hung'));
    const unknown = rest.slice(0, 1).map(({ entry }) => ({ entry: { ...entry, type: 'task.someday' } }));
    const steps = [...(drafted === undefined ? [] : [drafted]), ...unknown, ...rest];
    expect(standsOf(steps).map(({ status }) => status)).toEqual(['draft', 'hung']);
  });
});
