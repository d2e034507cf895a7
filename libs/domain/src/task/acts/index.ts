import { accept } from './accept.act';
import { acceptOnBehalf } from './accept-on-behalf.act';
import { answerInstruction } from './answer-instruction.act';
import { answerInstructionOnBehalf } from './answer-instruction-on-behalf.act';
import { assign } from './assign.act';
import { beginChild } from './begin-child.act';
import { close, NO_CLOSING_NUMBER } from './close.act';
import { confirm } from './confirm.act';
import { correct } from './correct.act';
import { correctDraft } from './correct-draft.act';
import { correctRecord } from './correct-record.act';
import { decideProposal } from './decide-proposal.act';
import { decline } from './decline.act';
import { declineOnBehalf } from './decline-on-behalf.act';
import { draft } from './draft.act';
import { extend } from './extend.act';
import { extendOnBehalf } from './extend-on-behalf.act';
import { fireRung } from './fire-rung.act';
import { hang } from './hang.act';
import { instruct } from './instruct.act';
import { instructOnBehalf } from './instruct-on-behalf.act';
import { moveRules } from './move-rules.act';
import { noteChild } from './note-child.act';
import { noteRead } from './note-read.act';
import { proposeListing } from './propose-listing.act';
import { recallProposal } from './recall-proposal.act';
import { report } from './report.act';
import { reportOnBehalf } from './report-on-behalf.act';
import { requestClosure } from './request-closure.act';
import { requestClosureOnBehalf } from './request-closure-on-behalf.act';
import { resume } from './resume.act';
import { returnTask } from './return.act';
import { splitTask } from './split.act';
import { suspend } from './suspend.act';
import { takeMeasure } from './take-measure.act';
import { terminate } from './terminate.act';
import { urge } from './urge.act';
import { verify } from './verify.act';
import { voidTask } from './void.act';
import { withdraw } from './withdraw.act';

export { NO_CLOSING_NUMBER };

/** Everything that may be asked of a task: the one list of its acts. Their order is that in which they are offered. */
export const TASK_ACTS = {
  // Acts that lead a task on, the most pressing first.
  [accept.type]: accept,
  [answerInstruction.type]: answerInstruction,
  [report.type]: report,
  [confirm.type]: confirm,
  [hang.type]: hang,
  [assign.type]: assign,
  [verify.type]: verify,
  [close.type]: close,
  [requestClosure.type]: requestClosure,
  [resume.type]: resume,
  [decideProposal.type]: decideProposal,
  // Acts that nobody waits for: they mend, hasten or send back.
  [instruct.type]: instruct,
  [noteRead.type]: noteRead,
  [returnTask.type]: returnTask,
  [decline.type]: decline,
  [extend.type]: extend,
  // What the office records for a unit without an account, or a leader who does not sign in.
  [acceptOnBehalf.type]: acceptOnBehalf,
  [declineOnBehalf.type]: declineOnBehalf,
  [answerInstructionOnBehalf.type]: answerInstructionOnBehalf,
  [reportOnBehalf.type]: reportOnBehalf,
  [requestClosureOnBehalf.type]: requestClosureOnBehalf,
  [extendOnBehalf.type]: extendOnBehalf,
  [instructOnBehalf.type]: instructOnBehalf,
  [recallProposal.type]: recallProposal,
  [splitTask.type]: splitTask,
  [urge.type]: urge,
  [suspend.type]: suspend,
  [correctDraft.type]: correctDraft,
  [correct.type]: correct,
  [correctRecord.type]: correctRecord,
  [withdraw.type]: withdraw,
  // Acts that cannot be undone.
  [terminate.type]: terminate,
  [voidTask.type]: voidTask,
  // The engine's own.
  [draft.type]: draft,
  [beginChild.type]: beginChild,
  [noteChild.type]: noteChild,
  [proposeListing.type]: proposeListing,
  [takeMeasure.type]: takeMeasure,
  [fireRung.type]: fireRung,
  [moveRules.type]: moveRules,
};
