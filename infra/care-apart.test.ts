import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { acknowledge } from './constructs/acknowledge.ts';
import { stages } from './stages.ts';
import { allowancesIn, nameOf, reaches } from './test/reach.ts';
import { resourcesOf, type Template, type Templates, templatesOf } from './test/templates.ts';

const guarded = [
  ['dynamodb', 'AWS::DynamoDB::Table'],
  ['kms', 'AWS::KMS::Key'],
  ['logs', 'AWS::Logs::LogGroup'],
] as const;

/** Care's table, keys and logs, by the names that policies are resolved to. */
function careResources(templates: Templates) {
  return guarded.flatMap(([service, type]) =>
    resourcesOf(templates, type)
      .filter(({ stack }) => stack === 'care')
      .map(({ stack, id }) => ({ service, name: nameOf(stack, id, templates.care as Template) })),
  );
}

/** Who outside care may reach something of care's. */
function intruders(templates: Templates): string[] {
  const care = careResources(templates);
  return allowancesIn(templates)
    .filter(({ stack }) => stack !== 'care')
    .filter((allowance) => care.some(({ service, name }) => reaches(allowance, service, name)))
    .map(({ stack, owner }) => `${stack}: ${owner}`);
}

const templatesByStage = Object.fromEntries(
  Object.values(stages).map((settings) => [settings.name, templatesOf(settings)]),
) as Record<string, Templates>;

describe.each(Object.keys(templatesByStage))('care in stage %s', (stage) => {
  const templates = templatesByStage[stage] as Templates;

  it('has a table, two keys and a log for each of its functions, all in its own stack', () => {
    const kinds = careResources(templates).map(({ service }) => service);
    expect(kinds.toSorted()).toEqual(['dynamodb', 'kms', 'kms', 'logs', 'logs']);
    expect(
      resourcesOf(templates, 'AWS::DynamoDB::Table').filter(({ properties }) =>
        /care/.test(String(properties.TableName)),
      ),
    ).toHaveLength(1);
  });

  it('is reached by no role, user or policy of another stack', () => {
    expect(intruders(templates)).toEqual([]);
  });

  it('is reached by its own functions, each by a role of its own', () => {
    for (const { service, name } of careResources(templates)) {
      const owners = allowancesIn(templates).filter((allowance) => reaches(allowance, service, name));
      expect(owners.length, name).toBeGreaterThan(0);
    }
    const roles = resourcesOf(templates, 'AWS::Lambda::Function').map(({ stack, properties }) =>
      JSON.stringify([stack, properties.Role]),
    );
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('names nothing of its own to other stacks', () => {
    expect(Object.keys(templates.care?.Outputs ?? {})).toEqual([]);
  });

  it('lets the account administer its keys, and nobody but its own functions use them', () => {
    for (const { stack, properties } of resourcesOf(templates, 'AWS::KMS::Key')) {
      if (stack !== 'care') continue;
      const { Statement: statements } = properties.KeyPolicy as { Statement: KeyStatement[] };
      for (const { Principal: principal, Action, Condition, Sid } of statements) {
        const actions = [Action].flat();
        if (Sid === 'CareItself') {
          const roles = [(principal as { AWS: unknown }).AWS].flat() as { 'Fn::GetAtt': [string] }[];
          for (const role of roles)
            expect(templates.care?.Resources[role['Fn::GetAtt'][0]]?.Type).toBe('AWS::IAM::Role');
        } else if (!Condition) {
          // Each verb that an administrator has, and none that opens, seals or makes a digest.
          expect(actions.join(' ')).not.toMatch(/kms:(\*|Decrypt|Encrypt|ReEncrypt|Generate|Sign|Verify)/);
        }
      }
    }
  });

  it('opens nothing that the other contexts sealed, reads single volunteers only, and adds totals of a day', () => {
    const own = allowancesIn(templates).filter(({ stack }) => stack === 'care');
    for (const { stack, id } of resourcesOf(templates, 'AWS::KMS::Key')) {
      if (stack === 'care') continue;
      const name = nameOf(stack, id, templates[stack] as Template);
      expect(own.filter((allowance) => reaches(allowance, 'kms', name))).toEqual([]);
    }
    for (const { stack, id, properties } of resourcesOf(templates, 'AWS::DynamoDB::Table')) {
      const name = nameOf(stack, id, templates[stack] as Template);
      const actions = own.filter((each) => reaches(each, 'dynamodb', name)).flatMap((each) => each.actions);
      const table = String(properties.TableName).split('-').at(-1);
      if (table === 'people') expect([...new Set(actions)]).toEqual(['dynamodb:GetItem']);
      else if (table === 'identity')
        expect([...new Set(actions)].toSorted()).toEqual([
          'dynamodb:BatchGetItem',
          'dynamodb:GetItem',
          'dynamodb:Query',
        ]);
      else if (table === 'totals') expect([...new Set(actions)]).toEqual(['dynamodb:PutItem']);
      else if (table !== 'care') expect(actions, table).toEqual([]);
    }
  });
});

describe('the walk over the policies', () => {
  const onTable = 'arn:aws:dynamodb:ap-southeast-1:111122223333:table/kaifong-trial-care';
  const intrusions: Record<string, (role: Role, careTable: string) => void> = {
    'the table by name': (role) => allow(role, 'dynamodb:GetItem', onTable),
    'an index of it': (role) => allow(role, 'dynamodb:Query', `${onTable}/index/byDue`),
    'the table by reference': (role, careTable) => allow(role, 'dynamodb:GetItem', careTable),
    'tables by a wildcard': (role) => allow(role, 'dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/kaifong-*'),
    'indexes by a wildcard': (role) => allow(role, 'dynamodb:Query', 'arn:aws:dynamodb:*:*:table/*/index/*'),
    'streams by a wildcard': (role) => allow(role, 'dynamodb:GetRecords', 'arn:aws:dynamodb:*:*:table/*/stream/*'),
    'every key': (role) => allow(role, 'kms:Decrypt', '*'),
    'logs by a wildcard': (role) => allow(role, 'logs:GetLogEvents', 'arn:aws:logs:*:*:log-group:/kaifong/*'),
    everything: (role) => allow(role, '*', '*'),
    'all but some actions': (role) => {
      role.addToPolicy(new PolicyStatement({ notActions: ['iam:*'], resources: ['*'] }));
      acknowledge(role, { 'CloudFormation-Validate::W2512': 'It is what this case is about.' });
    },
    'what a policy of AWS may hold': (role) =>
      role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')),
  };
  const innocent = (role: Role) => {
    allow(role, 's3:GetObject', '*');
    allow(role, 'dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/kaifong-trial-points');
  };

  // The trial stage and a stack that does not belong, with a role for each case.
  const found = intruders(
    templatesOf(
      stages.trial,
      (stage) => {
        const rogue = new Stack(stage, 'rogue', { stackName: 'kaifong-trial-rogue' });
        const role = (id: string) => new Role(rogue, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
        const careTable = stage.node.findChild('care').node.findChild('care').node.findChild('Table') as Table;
        for (const [at, intrude] of Object.values(intrusions).entries()) {
          intrude(role(`Case${at}Role`), careTable.tableArn);
        }
        innocent(role('InnocentRole'));
      },
      { checks: false },
    ),
  );

  it.each(Object.keys(intrusions))('finds a role that reaches %s', (intrusion) => {
    const at = Object.keys(intrusions).indexOf(intrusion);
    expect(found).toContainEqual(expect.stringContaining(`rogue: Case${at}Role`));
  });

  it('passes over one that reaches other things', () => {
    expect(found.filter((each) => each.includes('Innocent'))).toEqual([]);
  });
});

type KeyStatement = { Sid?: string; Principal: unknown; Action: string | string[]; Condition?: unknown };

function allow(role: Role, action: string, resource: string): void {
  role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
}
