import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';

const handlerFile = fileURLToPath(new URL('../../web/build/handler.js', import.meta.url));

export type SiteSettings = Readonly<{ apiOrigin: string; demo: boolean; hasGovernmentSignIn?: boolean }>;

/** What the site reads from its environment when it starts. */
export function setSiteEnvironment(settings: SiteSettings): void {
  process.env.API_ORIGIN = settings.apiOrigin;
  process.env.GOVERNMENT_SIGN_IN = settings.hasGovernmentSignIn ? '1' : '0';
  process.env.KAIFONG_DEMO = settings.demo ? '1' : '0';
  // SvelteKit takes https for granted; on loopback the listener in front sets this header.
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.ADDRESS_HEADER = 'x-forwarded-for';
  // For a list of volunteers in a file and the form around it; API Gateway and Lambda let 6 MB through.
  process.env.BODY_SIZE_LIMIT = '26M';
}

/**
 * The site's own server, as a listener. The build reads its settings when it is imported, so a process has one site.
 *
 * @throws Error when the site has not been built
 */
export async function builtSite(settings: SiteSettings): Promise<RequestListener> {
  if (!existsSync(handlerFile)) throw new Error('The site has not been built: run "npm run build -w web".');
  setSiteEnvironment(settings);
  const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: RequestListener };
  return handler;
}
