import { type ReactElement } from 'react';
import { type TaskDetail } from '../../api/answer';
import { ownUnitsOf, useMe } from '../../app/session';
import { type Act } from '../act';
import { beforeAct } from '../act-plan';

/** What will happen and who will be told, above the fields of an act. */
export function BeforeAct({ act, task }: { readonly act: Act; readonly task: TaskDetail }): ReactElement {
  return <p className="before-act">{beforeAct(act, task, ownUnitsOf(useMe()))}</p>;
}
