/** Injection token of the clock, which is an interface and so has no class to be named by. */
export const CLOCK = Symbol('Clock');
