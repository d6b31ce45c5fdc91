import type { Dispatcher } from 'undici';
import type { ReportedRequest } from './dispatcher.js';

/** Bytes of an answer that are read before the connection is closed. */
const MOST_BYTES = 64 * 1024;
/** Bytes of them that are kept. */
const KEPT_BYTES = 1024;

/** What came back, as far as it came. */
export interface Answer {
  /** null where no headers came */
  statusCode: number | null;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** the first bytes of the body */
  body: Buffer;
  /** that was connected to; null where nothing was */
  address: string | null;
  /** what ended the exchange before a complete answer; null where nothing did */
  error: Error | null;
}

/** No complete answer in time. */
export class TimedOut extends Error {
  readonly code = 'BATON_TIMED_OUT';
}

/**
 * Sends one request and reads its answer, up to 64 KB of it, within a limit of milliseconds that counts from here on:
 * waiting for a free connection, opening it, sending and reading. Never rejects.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve) => {
    new Exchange(timeoutMs, resolve).begin(dispatcher, request);
  });
}

/**
 * undici's own timeouts start anew with each byte and an AbortSignal of its `request` is not heard while it connects, so
 * the exchange is ended here: whatever is heard later is cut off before it is sent.
 */
class Exchange implements Dispatcher.DispatchHandler {
  private readonly answer: Answer = {
    statusCode: null,
    headers: {},
    body: Buffer.alloc(0),
    address: null,
    error: null,
  };
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | null = null;
  private address: () => string | null = () => null;
  private bytes = 0;
  private over = false;

  constructor(
    timeoutMs: number,
    private readonly resolve: (answer: Answer) => void,
  ) {
    this.timer = setTimeout(() => this.cut(new TimedOut()), timeoutMs);
  }

  begin(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): void {
    const onConnection = (address: () => string | null) => {
      this.address = address;
    };
    const reported: ReportedRequest = { ...request, onConnection };
    dispatcher.dispatch(reported, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.over) controller.abort(new TimedOut());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Answer['headers'],
  ): void {
    // 1xx announces the answer; it is none.
    if (statusCode < 200) return;
    this.answer.statusCode = statusCode;
    this.answer.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { body } = this.answer;
    if (body.length < KEPT_BYTES) {
      this.answer.body = Buffer.concat([body, chunk.subarray(0, KEPT_BYTES - body.length)]);
    }
    this.bytes += chunk.length;
    if (this.bytes > MOST_BYTES) this.cut(null);
  }

  onResponseEnd(): void {
    this.settle(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.settle(error);
  }

  /** Ends the exchange, and the connection with it. */
  private cut(error: Error | null): void {
    this.settle(error);
    this.controller?.abort(error ?? new Error('The rest of the answer is not wanted.'));
  }

  private settle(error: Error | null): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    this.resolve({ ...this.answer, address: this.address(), error });
  }
}
