/** More bytes came than are allowed. */
export class AttachmentTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`Expected at most ${maxBytes} bytes; found more.`);
  }
}

export class AttachmentEmpty extends Error {
  constructor() {
    super('Expected at least one byte; found none.');
  }
}

/** The bytes are a program. */
export class AttachmentTypeRefused extends Error {
  constructor(readonly found: string) {
    super(`Expected a document, a picture, a recording or an archive; found ${found}.`);
  }
}

export class AttachmentDigestMismatch extends Error {
  constructor(
    readonly expected: string,
    readonly found: string,
  ) {
    super(`Expected bytes with the SHA-256 ${expected}; found ${found}.`);
  }
}

/** Nothing is kept under a digest. */
export class AttachmentMissing extends Error {
  constructor(digest: string) {
    super(`Expected an attachment ${digest} in the storage; found none.`);
  }
}

/** The disk or the object storage failed; the sentence names it and never a key. */
export class AttachmentStorageFailed extends Error {}
