/** A line for whoever reads the output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line for whoever waits; it is not part of the output. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
