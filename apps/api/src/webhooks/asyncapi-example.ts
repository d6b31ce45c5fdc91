import type { FactDescription } from '#domain';

/** As much of JSON Schema as the fields of facts use. */
interface FieldSchema {
  const?: unknown;
  enum?: unknown[];
  anyOf?: FieldSchema[];
  type?: string | string[];
  format?: string;
  description?: string;
  minimum?: number;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
}

const ID = '01941f29-7c00-7000-8000-000000000001';
const INSTANT = '2027-01-15T09:00:00.000Z';
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What stands in fields that any text would do for. */
const TEXTS: Record<string, string> = {
  activity: 'product_review',
  event: 'submit',
  from: 'drafting',
  locale: 'en-US',
  name: 'deck.pdf',
  mediaType: 'application/pdf',
  process: 'content',
  slug: 'launch-tiers',
  stage: 'in_review',
  title: 'How loud a launch is',
  to: 'in_review',
  url: 'https://cms.example.com/hooks/baton',
};

const SUBJECTS: Record<FactDescription['about'], string> = {
  item: `items/${ID}`,
  goal: `goals/${ID}`,
  process: `processes/${DIGEST}`,
  term: 'taxonomies/purpose/terms/pitch',
  endpoint: `webhook-endpoints/${ID}`,
  audit: 'audit',
};

/** Data as a fact of this type may have it, without the fields that may be left out. Pure. */
export function exampleData({
  about,
  dataSchema,
}: Pick<FactDescription, 'about' | 'dataSchema'>): Record<string, unknown> {
  const data = exampleOf('', dataSchema) as Record<string, unknown>;
  return { ...data, subject: SUBJECTS[about] };
}

function exampleOf(name: string, schema: FieldSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return exampleOf(name, schema.anyOf[0]!);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, exampleOf(key, schema.properties![key]!)]),
      );
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(name, schema.items)];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return exampleText(name, schema);
  }
}

function exampleText(name: string, { format, description = '' }: FieldSchema): string {
  if (format === 'uuid' || name === 'actor') return ID;
  if (format === 'date-time') return INSTANT;
  if (description.includes('SHA-256')) return DIGEST;
  return TEXTS[name] ?? 'as it was said';
}
