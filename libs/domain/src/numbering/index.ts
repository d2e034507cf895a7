export * from './acts';
export * from './events';
export * from './numbering.aggregate';
export * from './numbering.state';
export { numberingIdentity } from './numbering-act';
