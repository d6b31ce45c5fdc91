import { AttemptEntity, DeliveryEntity } from '#engine';
import { type EntityManager, type FindOptionsWhere, MoreThan } from 'typeorm';
import { notFound } from '../http/problem.js';
import { attemptView, deliveryView } from './delivery-view.js';
import type { DeliveryWithAttemptsView } from './webhooks.dto.js';

const MOST_ATTEMPTS = 200;

interface DeliveryKey {
  workspaceId: string;
  endpointId: string;
  messageId: string;
}

/** 404 where there is none. */
export async function deliveryOf(
  manager: EntityManager,
  key: DeliveryKey,
): Promise<DeliveryEntity> {
  const row = await manager.findOneBy(DeliveryEntity, key);
  if (row === null) throw notFound('delivery');
  return row;
}

/** A delivery with its bytes and its newest attempts. */
export async function deliveryWithAttempts(
  manager: EntityManager,
  key: DeliveryKey,
): Promise<DeliveryWithAttemptsView> {
  const row = await deliveryOf(manager, key);
  const attempts = await manager.find(AttemptEntity, {
    where: key,
    order: { number: 'DESC' },
    take: MOST_ATTEMPTS,
  });
  const [message] = await manager.query<{ body: string }[]>(
    'select body from message where workspace_id = $1 and message_id = $2',
    [key.workspaceId, key.messageId],
  );
  return { ...deliveryView(row), body: message!.body, log: attempts.map(attemptView) };
}

/** A page of deliveries by the ids of their messages, and of equal ones by endpoint. */
export async function findDeliveries(
  manager: EntityManager,
  where: FindOptionsWhere<DeliveryEntity>,
  page: { after: DeliveryPlace | null; take: number },
): Promise<DeliveryEntity[]> {
  const { after, take } = page;
  const rest =
    after === null
      ? [where]
      : [
          { ...where, messageId: MoreThan(after.messageId) },
          { ...where, messageId: after.messageId, endpointId: MoreThan(after.endpointId) },
        ];
  return manager.find(DeliveryEntity, {
    where: rest,
    order: { messageId: 'ASC', endpointId: 'ASC' },
    take,
  });
}

/** Where a page ended. */
export interface DeliveryPlace {
  messageId: string;
  endpointId: string;
}
