/** Injection tokens of parts that are interfaces and so have no class to be named by. */
export const CLOCK = Symbol('Clock');
export const LOGGER = Symbol('Logger');
