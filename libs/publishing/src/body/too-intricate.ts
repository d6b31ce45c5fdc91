/** A body that is nested too deeply, or whose HTML would be many times as long. */
export class TooIntricate extends Error {
  override name = 'TooIntricate';
}
