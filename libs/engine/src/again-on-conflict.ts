import { ConflictError } from './write-changes.js';

const ATTEMPTS = 5;
const DEADLOCK = '40P01';

/** Does a whole transaction again, five times at most, where others changed the same at that moment. */
export async function againOnConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const contested =
        error instanceof ConflictError || (error as { code?: string }).code === DEADLOCK;
      if (!contested || attempt === ATTEMPTS) throw error;
    }
  }
}
