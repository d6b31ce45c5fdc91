import type { Answer, Applied } from '#engine';
import { etagOf } from '../items/item-view.js';
import { attachmentView } from './attachments.dto.js';

/** The attachment as it now stands, and where; 200 where it was there before. The ETag is that of the item. */
export function attachedAnswer(name: string, digest: string) {
  return ({ item, changed }: Applied): Answer => {
    const attached = item.attachments.find((each) => each.name === name && each.digest === digest);
    if (attached === undefined) throw new Error(`Expected ${digest} on item ${item.id}.`);
    return {
      status: changed ? 201 : 200,
      etag: etagOf(item.version),
      location: `/v1/items/${item.id}/attachments/${attached.id}`,
      body: JSON.stringify(attachmentView(attached)),
    };
  };
}

export function detachedAnswer({ item }: Applied): Answer {
  return { status: 204, etag: etagOf(item.version), location: null, body: '' };
}
