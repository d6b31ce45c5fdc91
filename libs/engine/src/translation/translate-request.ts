import type { SegmentEdit } from './plan-edits.js';
import type { SegmentOrigin } from './segment-row.js';

/** Work on the segments of a variant, as somebody sends it. */
export interface TranslateRequest {
  type: 'translate';
  edits: SegmentEdit[];
  origin: SegmentOrigin;
  /** true: it came in a file, and what cannot be is set aside while the rest applies; false: all of it or none */
  fromFile: boolean;
  /** a file: the version of the item that it went out with; null where it does not say */
  asOf?: number | null;
  acceptReordered: boolean;
  /** the body may be made anew from the segments where it was written as a whole and holds more than they do */
  rebuild: boolean;
}
