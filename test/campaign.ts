import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createItem, type Crew, type Item, work } from './line.js';

/** The example of the library, as a workspace would deploy it. */
export const CAMPAIGN_FILE = 'libs/domain/examples/campaign-asset.yaml';

const SECTIONS = ['Claims', 'Story', 'Markets'];

/** A text with a section for each reviewer. */
export function campaignText(changed: Record<string, string> = {}): string {
  return SECTIONS.map((title) => `# ${title}\n\n${changed[title] ?? 'As agreed.'}\n`).join('\n');
}

/** Deploys and activates a process as it is written; `change` may alter what was read. */
export async function activateCampaign(
  crew: Crew,
  change: (source: Record<string, never>) => void = () => {},
): Promise<string> {
  const source = parse(readFileSync(CAMPAIGN_FILE, 'utf8')) as Record<string, never>;
  change(source);
  const deployed = await crew.enablement.post('/v1/processes', source);
  if (deployed.status > 201) throw new Error(JSON.stringify(deployed.body));
  const { digest } = deployed.body as { digest: string };
  const activated = await crew.enablement.post(`/v1/processes/${digest}/activate`);
  if (activated.status !== 200) throw new Error(JSON.stringify(activated.body));
  return digest;
}

/** A new campaign asset in the stage of drafting. */
export async function campaignDraft(crew: Crew, slug: string): Promise<Item> {
  const item = await createItem(crew.marketing, {
    slug,
    process: 'campaign_asset',
    goalId: crew.goalId,
  });
  const briefed = await work(crew.enablement, item, { activity: 'triage', event: 'accept' });
  const question = briefed.tasks.find(({ role }) => role === 'consulted');
  if (question !== undefined) await crew.sales.post(`/v1/tasks/${question.id}/advise`).expect(200);
  return work(crew.marketing, briefed, { activity: 'write_brief', event: 'submit' });
}

/** A new campaign asset in its review, written by marketing. */
export async function campaignInReview(crew: Crew, slug: string): Promise<Item> {
  const drafted = await campaignDraft(crew, slug);
  return work(crew.marketing, drafted, {
    activity: 'draft',
    event: 'submit',
    writes: campaignText(),
    checked: ['audience_named', 'one_message'],
  });
}
