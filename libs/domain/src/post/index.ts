export * from './acts';
export * from './events';
export * from './post.aggregate';
export * from './post.state';
export { postIdentity, type PostParts } from './post-act';
