export * from './post.decider';
