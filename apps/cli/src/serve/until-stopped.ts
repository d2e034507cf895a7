/** Waits until the person, the system or the loss of the database ends the process. A second signal ends it at once. */
export function untilStopped(databaseEnded: Promise<void>): Promise<string> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      // The second Ctrl-C of somebody who will not wait is the default again.
      process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
      resolve(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    void databaseEnded.then(() => resolve('database-ended'));
  });
}
