export { type Foundation, layFoundation, type StandIns } from './foundation/foundation';
export { type Purpose } from './foundation/open-continuity';
export { beginRestore, finishRestore } from './foundation/restore-marker';
export { engineOn } from './process/engine-on';
export { openCore, type ProcessCore, type ProcessRole } from './process/process-core';
export { projectorsOn } from './process/projectors';
export { type RunningProcess } from './process/running-process';
export {
  appointAdministrator,
  ensureFirstAccount,
  ensureFirstPosts,
  type FirstSignIn,
} from './readiness/first-administrator';
export { ensureRules } from './readiness/first-rules';
export { StartSteps } from './readiness/start-steps';
export { type StartListener, type StartStep, StartUp } from './readiness/start-up';
