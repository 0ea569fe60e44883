import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ApiRoute } from '../constructs/api-route.ts';
import { type House, HouseFunction } from '../constructs/house-function.ts';
import { HouseTable } from '../constructs/house-table.ts';
import { MinuteTick } from '../constructs/minute-tick.ts';
import { digestActions, SealingKeys, sealingActions } from '../constructs/sealing-keys.ts';
import type { DataStack } from './data.ts';

/**
 * Psychological support, apart from all else: its table, its keys, its functions, their roles and their logs. Nothing
 * outside this stack may reach them. Of the other contexts it reads who has signed in, and single volunteers by their
 * id (whether a counsellor is eligible); it cannot open anything that they sealed. Out of it go the minutes that a counsellor served on a day.
 */
export class CareStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & House & { data: DataStack; httpApi: HttpApi }) {
    super(scope, id, props);
    const { settings, data } = props;
    const stagePrefix = `kaifong-${settings.name}`;
    const keys = new SealingKeys(this, 'Keys', { kind: 'CARE', stagePrefix, policy: careKeyPolicy });
    const environment = { PAGER_URL: settings.pager.url, PAGER_TOKEN_SEALED: settings.pager.sealedToken };
    const table = new HouseTable(this, 'care', { stagePrefix, name: 'care', key: keys.sealing });

    const api = new HouseFunction(this, 'Api', {
      ...props,
      name: 'care-api',
      description: 'The API of care',
      failureMeans:
        'Care failed to answer: a request for support may not have been taken down, or a case not be readable. ' +
        'Call the on-call social worker, then look at the log of "care-api".',
      timeout: Duration.seconds(20),
      memoryMegabytes: 1024,
      logKey: keys.sealing,
      environment,
    });
    const clock = new HouseFunction(this, 'Clock', {
      ...props,
      name: 'care-on-clock',
      description: 'Escalations and follow-ups of care that are due',
      failureMeans:
        'Care could not look for what is due: an escalation may not have been passed on. Call the on-call social worker now, ' +
        'then look at the log of "care-on-clock".',
      timeout: Duration.seconds(50),
      memoryMegabytes: 512,
      logKey: keys.sealing,
      environment,
    });
    for (const each of [api, clock]) {
      table.grantRead(each);
      table.grantWrite(each);
      keys.grantSealing(each);
      // Whether a counsellor is eligible; the code knows its neighbours by name, and reaches no more of them than this.
      data.tables.people.grantGet(each);
      // Who has signed in, and who is on call.
      data.tables.identity.grantRead(each);
      data.tables.organisation.tellName(each);
      // What counsellors served on a day is handed on here; nothing is read back.
      data.tables.totals.grantAppend(each);
    }
    data.tellFrontPass(api);
    allowOnKeys(keys, [api, clock]);

    new ApiRoute(this, 'Route', {
      httpApi: props.httpApi,
      path: '/api/care/{proxy+}',
      method: HttpMethod.ANY,
      to: api,
    });
    new MinuteTick(this, 'Minute', {
      ...props,
      to: clock,
      name: 'care-minute',
      silenceMeans:
        "Care's clock has stood still for five minutes: escalations are not passed on. Call the on-call social worker now.",
    });
  }
}

/**
 * Who administers the account administers the keys of care and cannot use them: no administrator reads care's content.
 * (The usual policy leaves it to the account's own rules, so that an administrator could grant it to anybody.)
 */
function careKeyPolicy(): PolicyDocument {
  const administer = ['Create', 'Describe', 'Enable', 'List', 'Put', 'Update', 'Revoke', 'Disable', 'Get', 'Delete'];
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'AdministerAndNotUse',
        principals: [new AccountRootPrincipal()],
        actions: [
          ...administer.map((verb) => `kms:${verb}*`),
          'kms:TagResource',
          'kms:UntagResource',
          'kms:ScheduleKeyDeletion',
          'kms:CancelKeyDeletion',
        ],
        resources: ['*'],
      }),
      new PolicyStatement({
        sid: 'TableAtRest',
        principals: [new AccountRootPrincipal()],
        actions: [
          'kms:CreateGrant',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
        ],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': Aws.ACCOUNT_ID,
            'kms:ViaService': `dynamodb.${Aws.REGION}.${Aws.URL_SUFFIX}`,
          },
        },
      }),
      new PolicyStatement({
        sid: 'LogsOfCareAtRest',
        principals: [new ServicePrincipal(`logs.${Aws.REGION}.${Aws.URL_SUFFIX}`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:/kaifong/*/care-*`,
          },
        },
      }),
    ],
  });
}

function allowOnKeys(keys: SealingKeys, functions: HouseFunction[]): void {
  const principals = functions.map((each) => each.role);
  for (const [key, actions] of [
    [keys.sealing, sealingActions],
    [keys.digest, digestActions],
  ] as const) {
    key.addToResourcePolicy(new PolicyStatement({ sid: 'CareItself', principals, actions, resources: ['*'] }));
  }
}
