import type { AttemptEntity, DeliveryEntity } from '#engine';
import type { AttemptView, DeliveryView } from './webhooks.dto.js';

export function deliveryView(row: DeliveryEntity): DeliveryView {
  const { endpointId, messageId, position, type, format, status, attempts } = row;
  return {
    endpointId,
    messageId,
    position: position === null ? null : Number(position),
    type,
    format,
    status,
    attempts,
    nextAttemptAt: status === 'pending' ? row.nextAttemptAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export function attemptView(row: AttemptEntity): AttemptView {
  const { number, at, durationMs, statusCode, error, detail, address, responseBody } = row;
  return {
    number,
    at: at.toISOString(),
    durationMs,
    statusCode,
    error,
    detail,
    address,
    responseBody,
  };
}
