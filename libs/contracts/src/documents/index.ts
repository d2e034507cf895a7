export * from './documents.schemas';
