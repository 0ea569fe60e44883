import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { declaredCareRoutes } from '../care/declared-routes.ts';
import { declaredRoutes } from '../declared-routes.ts';
import { openApiDocument } from './openapi.ts';

/** The document as it is kept in the repository, where a change of the API shows as a change of a file. */
export const documentFile = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));

const document = `${JSON.stringify(openApiDocument([...(await declaredRoutes()), ...(await declaredCareRoutes())]), null, 1)}\n`;

if (process.argv.includes('--check')) {
  if ((await readFile(documentFile, 'utf8').catch(() => '')) !== document) {
    console.error('docs/openapi.json is not what the routes say. Run `npm run api-document` and commit the file.');
    process.exit(1);
  }
} else {
  await writeFile(documentFile, document);
}
