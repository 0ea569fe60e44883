import { describe, expect, it } from 'vitest';
import { stages } from './stages.ts';
import { allowancesIn, nameOf, reaches } from './test/reach.ts';
import { resourcesOf, type Template, templatesOf } from './test/templates.ts';

const reads = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

describe.each(Object.values(stages))('the audit in stage $name', (settings) => {
  const templates = templatesOf(settings);
  const audit = resourcesOf(templates, 'AWS::DynamoDB::Table').find(({ properties }) =>
    String(properties.TableName).endsWith('-audit'),
  ) as { stack: string; id: string; properties: Record<string, unknown> };
  const name = nameOf(audit.stack, audit.id, templates[audit.stack] as Template);
  const allowances = allowancesIn(templates).filter((allowance) => reaches(allowance, 'dynamodb', name));

  it('is read and added to by functions, and by no role changed or taken away', () => {
    const actions = new Set(allowances.flatMap((allowance) => allowance.actions));
    expect([...actions].toSorted()).toEqual([...reads, 'dynamodb:PutItem'].toSorted());
  });

  it('is added to in transactions only, which put a line only where there is none', () => {
    const statements = resourcesOf(templates, 'AWS::IAM::Policy').flatMap(
      ({ properties }) => (properties.PolicyDocument as { Statement: Statement[] }).Statement,
    );
    const adding = statements.filter(
      ({ Action, Resource }) =>
        [Action].flat().join() === 'dynamodb:PutItem' && JSON.stringify(Resource).includes(audit.id),
    );
    expect(adding).toHaveLength(allowances.filter(({ actions }) => actions.join() === 'dynamodb:PutItem').length);
    expect(adding).not.toHaveLength(0);
    for (const { Condition } of adding) {
      expect(Condition).toEqual({
        'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      });
    }
  });

  it('is let go of by its own expiry alone', () => {
    expect(audit.properties.TimeToLiveSpecification).toEqual({ AttributeName: 'purgeAt', Enabled: true });
    expect(audit.properties).toMatchObject({ DeletionProtectionEnabled: true });
  });
});

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };
