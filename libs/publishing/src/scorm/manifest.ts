import { createHash } from 'node:crypto';
import { escapeMarkup } from '../escape.js';

export interface ManifestParts {
  id: string;
  slug: string;
  title: string;
  /** BCP 47, canonical */
  locale: string;
  /** of the body, hex */
  digest: string;
  publishedAt: Date;
  /** per cent that passes, or null for a course that asks nothing */
  masteryScore: number | null;
}

/** Longest title that the schema lets a course have. */
const LONGEST_TITLE = 200;
/** Of the 20 characters that a version may have; as much as names a text. */
const VERSION_LENGTH = 12;
const CONTENT_PACKAGE = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const SHARABLE_CONTENT = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
const METADATA = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** `imsmanifest.xml`: one course with one part, as SCORM 1.2 wants it (Content Aggregation Model 1.2, 2.3). */
export function manifestXml(parts: ManifestParts, files: readonly string[]): string {
  const { digest, masteryScore } = parts;
  const name = nameOf(parts);
  const title = escapeMarkup([...parts.title].slice(0, LONGEST_TITLE).join(''));
  const mastery =
    masteryScore === null
      ? ''
      : `\n        <adlcp:masteryscore>${masteryScore}</adlcp:masteryscore>`;
  const fileTags = files.map((file) => `\n      <file href="${escapeMarkup(file)}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="course-${name}" version="${escapeMarkup(digest.slice(0, VERSION_LENGTH))}" xmlns="${CONTENT_PACKAGE}" xmlns:adlcp="${SHARABLE_CONTENT}" xmlns:xsi="${INSTANCE}" xsi:schemaLocation="${CONTENT_PACKAGE} imscp_rootv1p1p2.xsd ${SHARABLE_CONTENT} adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <adlcp:location>metadata.xml</adlcp:location>
  </metadata>
  <organizations default="organization-${name}">
    <organization identifier="organization-${name}">
      <title>${title}</title>
      <item identifier="item-${name}" identifierref="resource-${name}" isvisible="true">
        <title>${title}</title>${mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource-${name}" type="webcontent" adlcp:scormtype="sco" href="index.html">${fileTags}
    </resource>
  </resources>
</manifest>
`;
}

/** `metadata.xml`: what the course is (IMS Learning Resource Meta-data 1.2.1). */
export function metadataXml({
  id,
  slug,
  title,
  locale,
  digest,
  publishedAt,
}: ManifestParts): string {
  const words = (text: string, lang: string) =>
    `<langstring xml:lang="${lang}">${escapeMarkup(text)}</langstring>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<lom xmlns="${METADATA}" xmlns:xsi="${INSTANCE}" xsi:schemaLocation="${METADATA} imsmd_rootv1p2p1.xsd">
  <general>
    <identifier>${escapeMarkup(id)}</identifier>
    <title>${words(title, locale)}</title>
    <catalogentry>
      <catalog>Baton</catalog>
      <entry>${words(slug, 'x-none')}</entry>
    </catalogentry>
    <language>${locale}</language>
  </general>
  <lifecycle>
    <version>${words(digest, 'x-none')}</version>
    <status>
      <source>${words('LOMv1.0', 'x-none')}</source>
      <value>${words('Final', 'x-none')}</value>
    </status>
    <contribute>
      <role>
        <source>${words('LOMv1.0', 'x-none')}</source>
        <value>${words('Publisher', 'x-none')}</value>
      </role>
      <date>
        <datetime>${publishedAt.toISOString().slice(0, 10)}</datetime>
      </date>
    </contribute>
  </lifecycle>
  <technical>
    <format>text/html</format>
    <location type="URI">index.html</location>
  </technical>
</lom>
`;
}

/** The same for every version of an item in a locale, and a name in XML whatever the id is. */
function nameOf({ id, locale }: ManifestParts): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([id, locale]))
    .digest('hex');
  return digest.slice(0, 32);
}
