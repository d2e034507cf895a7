export * from './acts';
export * from './events';
export * from './policy.aggregate';
export * from './policy.state';
export { policyIdentity } from './policy-act';
