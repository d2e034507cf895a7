export * from './identity.schemas';
