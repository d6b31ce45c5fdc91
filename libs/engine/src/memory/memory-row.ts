import type { InlineText } from '#localization';

/** A segment that was approved, as the translation memory takes it in. */
export interface MemoryRow {
  workspaceId: string;
  /** canonical, as `en-US` */
  sourceLocale: string;
  targetLocale: string;
  /** of the unit, as `SourceUnit.hash` */
  sourceHash: string;
  source: InlineText;
  /** the hashes of the units before and after it; null at the edge of the body */
  previousHash: string | null;
  nextHash: string | null;
  /** tagged */
  target: string;
  itemId: string;
  key: string;
  approvedAt: Date;
  /** the id of the actor */
  approvedBy: string;
}

/** Among which texts likeness is looked for. */
export interface MemoryScope {
  workspaceId: string;
  sourceLocale: string;
  targetLocale: string;
}

/** The scope as it goes into every clue. */
export function scopeText({ workspaceId, sourceLocale, targetLocale }: MemoryScope): string {
  return `${workspaceId} ${sourceLocale} ${targetLocale}`;
}
