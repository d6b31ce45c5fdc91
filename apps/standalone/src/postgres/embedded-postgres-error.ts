interface SystemError extends NodeJS.ErrnoException {
  code: string;
  dest?: string;
}

/** The embedded database could not be started or stopped. Every message is one a person can act on. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** Turns an error of the operating system (no right, disk full, …) into a sentence; leaves every other error as it is. */
export function explainSystemError(error: unknown, folder: string): unknown {
  if (!isSystemError(error)) return error;
  return new EmbeddedPostgresError(
    `${describe(error, error.path ?? folder)} The database folder is ${folder}.`,
    {
      cause: error,
    },
  );
}

/** Whether this is an error of the operating system, with one of these codes when any are given. */
export function isSystemError(error: unknown, ...codes: string[]): error is SystemError {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return false;
  return 'syscall' in error && (codes.length === 0 || codes.includes(error.code));
}

function describe(error: NodeJS.ErrnoException, path: string): string {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return `Expected to be allowed to use ${path}, but the operating system says "${error.message}". Start Baton as the user who owns it, or change its owner.`;
    case 'EROFS':
      return `Expected to write to ${path}, but it is on a read-only file system. Put Baton on a disk that can be written, or set DATABASE_URL to a PostgreSQL of your own.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `Expected room on the disk for ${path}, but the disk is full. Make room and start again.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `Expected a folder at ${path}, but a file is in its way ("${error.message}"). Move that file away.`;
    default:
      return `Expected to use ${path}, but the operating system says "${error.message}".`;
  }
}
