export * from './series.decider';
