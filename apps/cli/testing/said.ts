/** What a command has said and asked for. */
export interface Said {
  /** Lines on standard output. */
  readonly lines: readonly string[];
  /** The exit code that it asks for; undefined when it asks for none. */
  readonly exitCode: typeof process.exitCode;
}

/** Runs a command and gives what it says at the terminal; the process's own exit code stays as it was. */
export async function said(command: () => Promise<void>): Promise<Said> {
  const text: string[] = [];
  const before = process.exitCode;
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((part) => {
    text.push(String(part));
    return true;
  });
  try {
    process.exitCode = undefined;
    await command();
    return { lines: text.join('').trimEnd().split('\n'), exitCode: process.exitCode };
  } finally {
    spy.mockRestore();
    process.exitCode = before;
  }
}
