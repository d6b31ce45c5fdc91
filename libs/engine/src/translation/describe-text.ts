import { sha256, type WrittenText } from '#domain';
import { sectionsOf } from '#localization';

/** A body as the trail keeps it. */
export function describeText(body: string): WrittenText {
  return {
    digest: sha256(body),
    size: Buffer.byteLength(body),
    sections: sectionsOf(body).map(({ key, digest }) => ({ key, digest })),
  };
}
