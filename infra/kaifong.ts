import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Assets } from './built-assets.ts';
import { ApiStack } from './stacks/api.ts';
import { CareStack } from './stacks/care.ts';
import { DataStack } from './stacks/data.ts';
import { EventsStack } from './stacks/events.ts';
import { WebStack } from './stacks/web.ts';
import type { StageSettings } from './stages.ts';

/** One installation of Kaifong: five stacks, in the order in which they are deployed. */
export class Kaifong extends Stage {
  constructor(scope: Construct, settings: StageSettings, assets: Assets) {
    super(scope, settings.name, { env: { region: settings.region } });
    const stack = (name: string) => ({ stackName: `kaifong-${settings.name}-${name}`, terminationProtection: true });

    const data = new DataStack(this, 'data', { ...stack('data'), settings });
    const house = { settings, assets, operators: data.operators };
    const { httpApi } = new ApiStack(this, 'api', { ...stack('api'), ...house, data });
    new CareStack(this, 'care', { ...stack('care'), ...house, data, httpApi });
    new EventsStack(this, 'events', { ...stack('events'), ...house, data });
    new WebStack(this, 'web', { ...stack('web'), ...house, data, httpApi });
  }
}
