/** A line for the person at the terminal. Programs read standard output too, so nothing else is written there. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line about what went wrong or is going on, beside the output proper. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
