import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Whether this process is about to stop: then it is not ready, and every answer ends its connection. */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  private begun = false;

  get isUnderWay(): boolean {
    return this.begun;
  }

  begin(): void {
    this.begun = true;
  }

  beforeApplicationShutdown(): void {
    this.begin();
  }
}
