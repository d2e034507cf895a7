/** An answer did not come in time: what was asked for may have happened. */
export class AnswerOverdue extends Error {}
