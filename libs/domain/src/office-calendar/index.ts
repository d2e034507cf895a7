export * from './calendar.decider';
