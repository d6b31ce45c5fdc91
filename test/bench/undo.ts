/** What has to be undone, whether the benchmark ends well, badly or by a signal. */
export interface Undo {
  /** `action` may have been done before; it is then done to no effect */
  push: (action: () => unknown) => void;
  /** In reverse order; a failure is told and keeps nothing else from being undone. */
  all: () => Promise<void>;
}

export function openUndo(tell: (sentence: string) => void): Undo {
  const actions: (() => unknown)[] = [];
  return {
    push: (action) => actions.push(action),
    all: async () => {
      for (let action = actions.pop(); action !== undefined; action = actions.pop()) {
        try {
          await action();
        } catch (error) {
          tell(`While cleaning up: ${messageOf(error)}`);
        }
      }
    },
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
