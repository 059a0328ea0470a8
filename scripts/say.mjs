/** Something that stops the start, with the one line that tells a person what it is. */
export class CannotStart extends Error {}

const started = performance.now();

/** Prints one line of progress with the seconds since the command began. */
export function say(text) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${seconds} s  ${text}\n`);
}

/** Runs a whole command: a `CannotStart` becomes its one line on the error output, anything else its stack. */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}
