/**
 * Settles when the person or the system tells the process to stop; asked for before anything is started, so that what a
 * start has begun is ended in order too. A second signal ends the process at once, as for any program.
 */
export function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
      resolve(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}
