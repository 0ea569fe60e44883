import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { assetsIn } from './built-assets.ts';
import { Kaifong } from './kaifong.ts';
import { stages } from './stages.ts';

// `cdk synth` makes the templates of every stage; `cdk deploy 'trial/*'` deploys one.
const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  const assets = assetsIn(join(import.meta.dirname, '..'));
  for (const settings of Object.values(stages)) new Kaifong(app, settings, assets);
  app.synth();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
