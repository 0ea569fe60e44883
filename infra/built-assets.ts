import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';

/** The Lambdas, each a folder `dist/functions/<name>` with an `index.mjs` whose `handler` is called. */
export type FunctionName = 'api' | 'care-api' | 'care-on-clock' | 'on-change' | 'on-clock' | 'roster' | 'site';

/** What the build made and the stacks deploy. */
export type Assets = {
  code(name: FunctionName): Code;
  /** The files of the site that a browser fetches as they are. */
  staticFiles(): ISource;
  /** The paths at which it fetches them: a file, or a folder and all in it. */
  staticPaths(): string[];
};

/** What the build left in a project's folder. Throws an error that says what to run where something has not been built. */
export function assetsIn(project: string): Assets {
  function built(folder: string): string {
    const path = join(project, folder);
    if (!existsSync(path)) throw new Error(`${folder} has not been built: run "npm run build" first.`);
    return path;
  }
  return {
    code: (name) => Code.fromAsset(built(`dist/functions/${name}`)),
    staticFiles: () => Source.asset(built('web/build/client')),
    staticPaths: () =>
      readdirSync(built('web/build/client'), { withFileTypes: true })
        .filter((entry) => !/\.(br|gz)$/.test(entry.name))
        .map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
        .sort(),
  };
}
