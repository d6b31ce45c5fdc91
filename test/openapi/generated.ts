import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { documentOfRoutes } from '../../apps/api/src/index.js';
import { operationTextsIn } from './operation-texts.js';

const HEAD =
  '/** Written by `npm run openapi`; a test fails where it is not what that would write. */\n';

/** The texts of all operations as a module, from the comments in the sources below a folder. */
export function operationTextsModule(root: string): string {
  const texts = operationTextsIn(join(root, 'apps/api/src'));
  return `${HEAD}export const OPERATION_TEXTS: Readonly<Record<string, string>> = ${JSON.stringify(texts, null, 2)};\n`;
}

/** The OpenAPI document as types. */
export async function clientTypesModule(): Promise<string> {
  const document = await documentOfRoutes();
  const nodes = await openapiTS(JSON.stringify(document), {
    alphabetize: true,
    // What has a default may be left out of a request.
    defaultNonNullable: false,
  });
  return `${HEAD}${astToString(nodes)}`;
}

/** Where they are kept in the project. */
export const OPERATION_TEXTS_FILE = 'apps/api/src/openapi/operation-texts.ts';
export const CLIENT_TYPES_FILE = 'libs/client/src/openapi.ts';
