import { acceptAct } from './accept';
import { acceptOnBehalfAct } from './accept-on-behalf';
import { answerInstructionAct } from './answer-instruction';
import { answerInstructionOnBehalfAct } from './answer-instruction-on-behalf';
import { assignAct } from './assign';
import { closeAct } from './close';
import { confirmAct } from './confirm';
import { correctAct } from './correct';
import { correctDraftAct } from './correct-draft';
import { correctRecordAct } from './correct-record';
import { decideProposalAct } from './decide-proposal';
import { declineAct } from './decline';
import { declineOnBehalfAct } from './decline-on-behalf';
import { extendAct } from './extend';
import { extendOnBehalfAct } from './extend-on-behalf';
import { hangAct } from './hang';
import { instructAct } from './instruct';
import { instructOnBehalfAct } from './instruct-on-behalf';
import { noteReadAct } from './note-read';
import { recallProposalAct } from './recall-proposal';
import { reportAct } from './report';
import { reportOnBehalfAct } from './report-on-behalf';
import { requestClosureAct } from './request-closure';
import { requestClosureOnBehalfAct } from './request-closure-on-behalf';
import { resumeAct } from './resume';
import { returnAct } from './return';
import { splitAct } from './split';
import { suspendAct } from './suspend';
import { terminateAct } from './terminate';
import { urgeAct } from './urge';
import { verifyAct } from './verify';
import { voidAct } from './void';
import { withdrawAct } from './withdraw';
import { type Act } from './act';

/** Every act that people have a form for here, in the order of a task's life: one line an act. */
export const ACTS_HERE: readonly Act[] = [
  correctDraftAct,
  confirmAct,
  hangAct,
  assignAct,
  splitAct,
  acceptAct,
  declineAct,
  reportAct,
  answerInstructionAct,
  extendAct,
  decideProposalAct,
  recallProposalAct,
  requestClosureAct,
  acceptOnBehalfAct,
  declineOnBehalfAct,
  reportOnBehalfAct,
  answerInstructionOnBehalfAct,
  extendOnBehalfAct,
  requestClosureOnBehalfAct,
  instructOnBehalfAct,
  verifyAct,
  returnAct,
  closeAct,
  voidAct,
  terminateAct,
  correctAct,
  correctRecordAct,
  withdrawAct,
  suspendAct,
  resumeAct,
  urgeAct,
  instructAct,
  noteReadAct,
];
