import { type Context, context, type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api';
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Keeps what is under way through everything that is awaited. OpenTelemetry's own does the same and comes with its whole
 * SDK, which only those who export traces have to load.
 */
class AsyncContexts implements ContextManager {
  private readonly storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.storage.getStore() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    entered: Context,
    work: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.storage.run(entered, () => work.apply(thisArg, args));
  }

  bind<T>(entered: Context, target: T): T {
    if (typeof target !== 'function') return target;
    const bound = (...args: unknown[]): unknown =>
      this.storage.run(entered, () => Reflect.apply(target, undefined, args));
    return bound as T;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.storage.disable();
    return this;
  }
}

/** Lets whatever is awaited know what it is a part of. Once a process; again does nothing. */
export function keepContexts(): void {
  context.setGlobalContextManager(new AsyncContexts());
}
