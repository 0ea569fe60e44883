import { Code } from 'aws-cdk-lib/aws-lambda';
import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Assets } from '../built-assets.ts';

/** In place of what the build makes, for tests of the templates only: nothing here can be deployed to any use. */
export const placeholderAssets: Assets = {
  code: (name) => Code.fromInline(`exports.handler = () => { throw new Error('placeholder of ${name}'); };`),
  staticFiles: () => Source.data('placeholder.txt', 'a placeholder'),
  staticPaths: () => ['/_app/*', '/favicon.svg'],
};
