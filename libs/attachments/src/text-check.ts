/** Tells, while bytes come in, whether they are text: UTF-8 from the first to the last, without NUL. */
export class TextCheck {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private holds = true;

  add(chunk: Buffer): void {
    this.holds &&= !chunk.includes(0) && this.decodes(chunk);
  }

  /** To be asked once, after the last byte. */
  isText(): boolean {
    return this.holds && this.decodes(null);
  }

  private decodes(chunk: Buffer | null): boolean {
    try {
      if (chunk === null) this.decoder.decode();
      else this.decoder.decode(chunk, { stream: true });
      return true;
    } catch {
      return false;
    }
  }
}
