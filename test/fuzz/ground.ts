import { FUNCTIONS, TAXONOMIES } from '#domain';
import { changedContent } from '../changed-process.js';
import { createItem, hire, type Item, published } from '../line.js';
import type { TestPerson, TestWorkspace } from '../test-api.js';
import type { Known } from './values.js';

/** A workspace with something of everything, an administrator in every function, and what stands there by name. */
export async function groundIn(
  workspace: TestWorkspace,
): Promise<{ admin: TestPerson; known: Known }> {
  const crew = await hire(workspace);
  const admin = await workspace.person(FUNCTIONS.map((name) => ({ function: name })));
  const other = await workspace.person([{ function: 'legal' }]);
  const source = await published(crew, { slug: 'published', requiredLocales: ['de-DE'] });
  const draft = await createItem(crew.marketing, { slug: 'draft', goalId: crew.goalId });
  const training = await createItem(admin, { kind: 'training', type: 'course', slug: 'course' });
  const { items } = await asked<{ items: Item[] }>(
    admin.get(`/v1/items?sourceItemId=${source.id}`),
  );
  const variant = await moved(admin, items[0]!, 'translating');
  await asked(admin.post(`/v1/tasks/${variant.tasks[0]!.id}/claim`));
  const attached = await asked<{ id: string }>(
    admin.upload(`/v1/items/${draft.id}/attachments?name=notes.txt`, 'Notes.'),
  );
  const blocker = { category: 'skill', ownerFunction: 'legal', detail: 'Nobody knows.' };
  const blocked = await asked<Item>(admin.post(`/v1/items/${draft.id}/blockers`, blocker));
  const remarked = await asked<Item>(admin.post(`/v1/items/${draft.id}/comments`, { text: 'So?' }));
  const term = { sourceLocale: 'en', targetLocale: 'de', source: 'tier' };
  const words = [{ text: 'Stufe', status: 'approved' }];
  const glossary = await asked<{ id: string }>(
    admin.post('/v1/glossary', { ...term, targets: words }),
  );
  const purpose = { key: 'ours', label: 'Ours', ownerFunction: 'legal' };
  await asked(admin.post('/v1/taxonomies/purpose/terms', purpose));
  const agreement = { purpose: 'Reviews within a week', mode: 'async', cadence: 'weekly' };
  await asked(admin.put('/v1/agreements/legal', agreement));
  const deployed = await asked<{ digest: string }>(admin.post('/v1/processes', changedContent()));
  const { memberships } = await asked<{ memberships: { id: string }[] }>(
    admin.get(`/v1/people/${other.id}`),
  );
  const url = 'https://hooks.example.com/';
  const endpoint = await asked<{ id: string }>(admin.post('/v1/webhook-endpoints', { url }));
  const itemIds = [source.id, draft.id, training.id, variant.id];
  const processes = ['content', 'training', 'variant', deployed.digest];
  const tasks = [draft, training, variant].flatMap(({ tasks: open }) => open.map(({ id }) => id));
  return {
    admin,
    known: {
      itemId: itemIds,
      sourceItemId: [source.id, draft.id],
      to: [...itemIds, ...processes, 'drafting'],
      from: [...processes, 'published', '1'],
      taskId: tasks,
      taskIds: tasks,
      personId: [other.id, crew.legal.id],
      sponsorId: [admin.id, other.id],
      delegateId: [admin.id, other.id],
      goalId: [crew.goalId],
      conflictsWith: [crew.goalId],
      attachmentId: [attached.id],
      blockerId: blocked.blockers.map(({ id }) => id),
      commentId: remarked.openComments.map(({ id }) => id),
      termId: [glossary.id],
      endpointId: [endpoint.id],
      url: [url, 'https://127.0.0.1/', 'http://hooks.example.com'],
      keyId: [other.key.split('_')[1]!],
      membershipId: memberships.map(({ id }) => id),
      process: processes,
      other: processes,
      revision: ['1', 'current', source.revision!.digest],
      key: ['title'],
      slug: ['published', 'draft', 'course'],
      term: ['ours'],
      taxonomy: [...TAXONOMIES],
      function: [...FUNCTIONS],
      type: ['accept', 'submit', 'approve', 'publish', 'cancel', 'playbook'],
      event: ['accept', 'submit', 'approve', 'publish', 'cancel'],
      stage: ['drafting', 'intake', 'published'],
      activity: ['draft', 'triage', 'translate'],
      locale: ['de-DE', 'en-US', 'de', 'ja-JP'],
      sourceLocale: ['en-US', 'en'],
      targetLocale: ['de-DE', 'de'],
      region: ['DE', 'US'],
      'if-match': ['*', '"1"', '"2"', '"3"'],
      'if-none-match': ['*', '"1"'],
    },
  };
}

async function moved(admin: TestPerson, { id }: Item, to: string): Promise<Item> {
  const move = admin.post(`/v1/items/${id}/move`, { to, comment: 'At once.' });
  return asked<Item>(move.set('if-match', '*'));
}

async function asked<T>(test: ReturnType<TestPerson['get']>): Promise<T> {
  const { status, body } = await test;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body as T;
}
