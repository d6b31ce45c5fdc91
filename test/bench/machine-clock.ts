/** Milliseconds by the clock that counts since the machine started: all processes of it share that one. */
export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
