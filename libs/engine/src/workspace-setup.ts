import {
  canonicalJson,
  DEFAULT_PROCESSES,
  DEFAULT_TAXONOMIES,
  type Membership,
  processDigest,
} from '#domain';
import type { EntityManager } from 'typeorm';
import { newKey, type Scope } from './api-keys.js';
import { newId } from './new-id.js';
import { ApiKeyEntity } from './tables/api-key.entity.js';
import { MembershipEntity } from './tables/membership.entity.js';
import { PersonEntity } from './tables/person.entity.js';
import { ProcessVersionEntity } from './tables/process-version.entity.js';
import { TaxonomyEntity } from './tables/taxonomy.entity.js';
import { TermEntity } from './tables/term.entity.js';
import { WorkspaceEntity } from './tables/workspace.entity.js';

export interface NewPerson {
  name: string;
  email?: string | null;
  memberships: Membership[];
}

/** Creates a workspace with the default processes, one active for each kind of item, and the default taxonomies. */
export async function createWorkspace(
  manager: EntityManager,
  { slug, name }: { slug: string; name: string },
): Promise<string> {
  const workspaceId = newId();
  await manager.insert(WorkspaceEntity, { id: workspaceId, slug, name });
  await manager.insert(
    ProcessVersionEntity,
    DEFAULT_PROCESSES.map((definition) => ({
      workspaceId,
      digest: processDigest(definition),
      processId: definition.id,
      kind: definition.meta.kind,
      definition: canonicalJson(definition),
      active: true,
    })),
  );
  const taxonomies = Object.values(DEFAULT_TAXONOMIES);
  await manager.insert(
    TaxonomyEntity,
    taxonomies.map(({ name: taxonomy, open }) => ({ workspaceId, name: taxonomy, open })),
  );
  await manager.insert(
    TermEntity,
    taxonomies.flatMap(({ name: taxonomy, terms }) =>
      terms.map((term, index) => ({ ...term, workspaceId, taxonomy, position: index + 1 })),
    ),
  );
  return workspaceId;
}

/** Adds a person with what they work in; gives their id. */
export async function addPerson(
  manager: EntityManager,
  workspaceId: string,
  { name, email = null, memberships }: NewPerson,
): Promise<string> {
  const id = newId();
  await manager.insert(PersonEntity, { workspaceId, id, name, email });
  if (memberships.length > 0) {
    await manager.insert(
      MembershipEntity,
      memberships.map((membership) => ({ workspaceId, id: newId(), personId: id, ...membership })),
    );
  }
  return id;
}

/** Makes a key for a person. Its text is given back here and never again. */
export async function addKey(
  manager: EntityManager,
  key: {
    workspaceId: string;
    personId: string;
    name: string;
    scopes: Scope[];
    expiresAt: Date | null;
  },
): Promise<{ id: string; text: string }> {
  const { id, secretHash, text } = newKey();
  await manager.insert(ApiKeyEntity, { ...key, id, secretHash });
  return { id, text };
}
