import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Whether this process is about to stop: then it is not ready, and every answer ends its connection. */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  private begun = false;
  private readonly listeners: (() => void)[] = [];

  get isUnderWay(): boolean {
    return this.begun;
  }

  begin(): void {
    if (this.begun) return;
    this.begun = true;
    for (const listener of this.listeners) listener();
  }

  /** Tells whoever gives answers that would not end by themselves. */
  onBegin(listener: () => void): void {
    this.listeners.push(listener);
  }

  beforeApplicationShutdown(): void {
    this.begin();
  }
}
