/**
 * The lanes that this process runs, by the ids of their jobs. A job that is run cannot be put in line again, so who asks
 * for it meanwhile is remembered: else what came just before its end would wait for the sweep.
 */
export class LanesInHand {
  private readonly askedAgain = new Map<string, boolean>();

  begin(jobId: string): void {
    this.askedAgain.set(jobId, false);
  }

  /** To be called once what the lane is asked for is committed. */
  ask(jobId: string): void {
    if (this.askedAgain.has(jobId)) this.askedAgain.set(jobId, true);
  }

  /** Whether the lane was asked for since it was begun or was told so: then it has to look again. */
  isAskedAgain(jobId: string): boolean {
    const asked = this.askedAgain.get(jobId) ?? false;
    if (asked) this.askedAgain.set(jobId, false);
    return asked;
  }

  /** Gives whether it was asked for after it looked last, and has to be put in line again. */
  end(jobId: string): boolean {
    const asked = this.askedAgain.get(jobId) ?? false;
    this.askedAgain.delete(jobId);
    return asked;
  }
}
