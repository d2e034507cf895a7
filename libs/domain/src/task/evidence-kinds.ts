import { type Policy } from '../policy';
import { quoted, reject, type Rejection } from '../shared/rejection';
import { type Evidence } from './task.parts';
import { type LaneState } from './task.state';

type Asked = Pick<Policy, 'evidence'>;

/** The kinds of evidence (必备佐证) of which a lead has shown no file in this round. A supporting unit is asked for none. */
export function missingEvidence(
  { role, shown }: Pick<LaneState, 'role' | 'shown'>,
  { evidence }: Asked,
): readonly string[] {
  return role === 'lead' ? evidence.filter((kind) => !shown.includes(kind)) : [];
}

/** Why a unit cannot ask for closure: it names the kinds of evidence that are missing; null where all are there. */
export function missingEvidenceFault(lane: Pick<LaneState, 'role' | 'shown'>, policy: Asked): Rejection | null {
  const missing = missingEvidence(lane, policy);
  return missing.length === 0
    ? null
    : reject(
        'TASK.EVIDENCE_MISSING',
        `还缺必备佐证${quoted(missing)}，本单位须先填报，每类至少上传一份并选明类别，再申请销号。`,
      );
}

/** The refusal of a file of a kind that the rules of the task do not ask for. */
export function evidenceKindFault(files: readonly Pick<Evidence, 'kind'>[], { evidence }: Asked): Rejection | null {
  const unknown = files.flatMap(({ kind }) => (kind === undefined || evidence.includes(kind) ? [] : [kind]));
  return unknown.length === 0
    ? null
    : reject('EVIDENCE.KIND_UNKNOWN', `佐证类别${quoted(unknown)}不在本任务的办理规则中，请改选其他类别，或不选类别。`);
}

/** The kinds that a unit has shown, with those of more files: each once, in the order in which they came. */
export function withKinds(shown: readonly string[], files: readonly Pick<Evidence, 'kind'>[]): readonly string[] {
  const kinds = files.flatMap(({ kind }) => kind ?? []);
  return kinds.length === 0 ? shown : [...new Set([...shown, ...kinds])];
}
