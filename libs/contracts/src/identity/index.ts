export * from './identity.contract';
