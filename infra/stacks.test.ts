import { describe, expect, it } from 'vitest';
import { stages } from './stages.ts';
import { createTableInput, tableName, tableNames, tables, tableVariable } from './tables.ts';
import { resourcesOf, type Templates, templatesOf } from './test/templates.ts';

// Synthesis fails where a rule check finds something that nobody acknowledged, so this much is a test by itself.
const templatesByStage = Object.fromEntries(
  Object.values(stages).map((settings) => [settings.name, templatesOf(settings)]),
) as Record<string, Templates>;

describe.each(Object.values(stages))('stage $name', (settings) => {
  const templates = templatesByStage[settings.name] as Templates;
  const properties = (type: string) => resourcesOf(templates, type).map((resource) => resource.properties);

  it('is five stacks', () => {
    expect(Object.keys(templates).toSorted()).toEqual(['api', 'care', 'data', 'events', 'web']);
  });

  describe('the tables', () => {
    const byName = new Map(properties('AWS::DynamoDB::Table').map((table) => [table.TableName, table]));

    it('are those of tables.ts', () => {
      const names = tableNames.map((name) => tableName(`kaifong-${settings.name}`, name));
      expect([...byName.keys()].toSorted()).toEqual(names.toSorted());
    });

    it.each(tableNames)('%s has the keys, indexes, stream and expiry of its definition', (name) => {
      const input = createTableInput(tables[name], tableName(`kaifong-${settings.name}`, name));
      const table = byName.get(input.TableName) as Record<string, unknown>;
      expect(table.KeySchema).toEqual(input.KeySchema);
      expect(table.GlobalSecondaryIndexes ?? []).toEqual(input.GlobalSecondaryIndexes ?? []);
      expect(sorted(table.AttributeDefinitions)).toEqual(sorted(input.AttributeDefinitions));
      expect(table.BillingMode).toBe(input.BillingMode);
      expect(table.StreamSpecification).toEqual(tables[name].stream ? { StreamViewType: 'NEW_IMAGE' } : undefined);
      expect(table.TimeToLiveSpecification).toEqual({ AttributeName: tables[name].ttl, Enabled: true });
    });

    it('can be restored and are not deleted by mistake', () => {
      for (const table of byName.values()) {
        expect(table).toMatchObject({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          SSESpecification: { SSEEnabled: true },
        });
      }
    });
  });

  it('keeps the files of people in a bucket that is private, encrypted with our key, reached over TLS and without old versions', () => {
    const buckets = resourcesOf(templates, 'AWS::S3::Bucket').filter(({ properties }) =>
      JSON.stringify(properties.BucketEncryption).includes('aws:kms'),
    );
    expect(buckets).toHaveLength(1);
    const [{ properties: bucket }] = buckets as [(typeof buckets)[number]];
    expect(bucket).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
    expect(bucket).not.toHaveProperty('VersioningConfiguration');
    expect(bucket).not.toHaveProperty('WebsiteConfiguration');
    for (const { PolicyDocument } of properties('AWS::S3::BucketPolicy')) {
      expect(JSON.stringify(PolicyDocument)).toContain('"aws:SecureTransport":"false"');
      expect(JSON.stringify(PolicyDocument)).not.toContain('"Effect":"Allow","Principal":"*"');
    }
  });

  describe('the functions', () => {
    const functions = properties('AWS::Lambda::Function').filter(({ FunctionName }) => FunctionName !== undefined);

    it('are one for each entry point, on Node 24', () => {
      const names = functions.map((each) => String(each.FunctionName).replace(`kaifong-${settings.name}-`, ''));
      expect(names.toSorted()).toEqual(['api', 'care-api', 'care-on-clock', 'on-change', 'on-clock', 'roster', 'site']);
      for (const each of functions) {
        expect(each).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: [settings.architecture],
          Handler: 'index.handler',
        });
      }
    });

    it('find the tables and keys that they may use in their environment', () => {
      const variablesOf = (name: string) => {
        const found = functions.find((each) => each.FunctionName === `kaifong-${settings.name}-${name}`);
        expect(found, name).toBeDefined();
        return Object.keys((found as { Environment: { Variables: object } }).Environment.Variables).toSorted();
      };
      const open = tableNames.filter((name) => name !== 'care').map(tableVariable);
      const personal = ['PERSONAL_KEY_ID', 'PERSONAL_MAC_KEY_ID'];
      for (const name of ['on-change', 'on-clock', 'roster']) {
        // The clock sends what people are told outside the site.
        const gateway = name === 'on-clock' ? ['SMS_GATEWAY_TOKEN_SEALED', 'SMS_GATEWAY_URL'] : [];
        expect(variablesOf(name)).toEqual([...open, ...personal, ...gateway, 'FILES_ENDPOINT', 'STAGE'].toSorted());
      }
      expect(variablesOf('api')).toEqual(
        [
          ...open,
          ...personal,
          ...('domain' in settings ? ['SITE_ORIGIN'] : []),
          'FILES_ENDPOINT',
          'FRONT_PASS',
          'STAGE',
          'SMS_CHANNEL',
          'SMS_GATEWAY_TOKEN_SEALED',
          'SMS_GATEWAY_URL',
        ].toSorted(),
      );
      const care = ['CARE_TABLE', 'CARE_KEY_ID', 'CARE_MAC_KEY_ID', 'PAGER_TOKEN_SEALED', 'PAGER_URL', 'STAGE'];
      const neighbours = ['IDENTITY_TABLE', 'ORGANISATION_TABLE', 'PEOPLE_TABLE', 'TOTALS_TABLE'];
      expect(variablesOf('care-on-clock')).toEqual([...care, ...neighbours].toSorted());
      expect(variablesOf('care-api')).toEqual([...care, ...neighbours, 'FRONT_PASS'].toSorted());
      expect(variablesOf('site')).toEqual(['API_ORIGIN', 'STAGE']);
    });

    it('carry nothing else in their environment: what is written out there is known to be public', () => {
      const written = functions.flatMap((each) =>
        Object.entries((each.Environment as { Variables: Record<string, unknown> }).Variables)
          .filter(([, value]) => typeof value === 'string')
          .map(([name]) => name),
      );
      const open = [
        'STAGE',
        'SITE_ORIGIN',
        'SMS_CHANNEL',
        'SMS_GATEWAY_URL',
        'SMS_GATEWAY_TOKEN_SEALED',
        'PAGER_URL',
        'PAGER_TOKEN_SEALED',
      ];
      expect(written.filter((name) => !open.includes(name))).toEqual([]);
    });

    it('keep their logs for longer than six months', () => {
      const logs = properties('AWS::Logs::LogGroup');
      expect(logs.length).toBeGreaterThan(functions.length);
      for (const log of logs) expect(log.RetentionInDays).toBeGreaterThanOrEqual(184);
    });

    it('have an alarm each that says what it means, and tells the operators', () => {
      const alarms = properties('AWS::CloudWatch::Alarm');
      const watched = alarms.filter(({ MetricName }) => MetricName === 'Errors');
      expect(watched).toHaveLength(functions.length);
      for (const alarm of alarms) {
        expect(String(alarm.AlarmDescription).length).toBeGreaterThan(40);
        expect(alarm.AlarmActions).toHaveLength(1);
      }
    });
  });

  it('has the front say with a pass that a request came by it, which no template tells', () => {
    const [front] = properties('AWS::CloudFront::Distribution') as { DistributionConfig: { Origins: object[] } }[];
    const headers = JSON.stringify(front?.DistributionConfig.Origins);
    expect(headers).toMatch(/"HeaderName":"x-kaifong-front","HeaderValue":\{"Fn::Join".*resolve:secretsmanager/);
    const told = properties('AWS::Lambda::Function').flatMap(({ Environment }) => {
      const { FRONT_PASS: pass } =
        (Environment as { Variables: { FRONT_PASS?: unknown } } | undefined)?.Variables ?? {};
      return pass ? [JSON.stringify(pass)] : [];
    });
    expect(told).toEqual([
      expect.stringContaining('resolve:secretsmanager'),
      expect.stringContaining('resolve:secretsmanager'),
    ]);
    expect(properties('AWS::SecretsManager::Secret')).toMatchObject([{ GenerateSecretString: { PasswordLength: 48 } }]);
  });

  describe('the events', () => {
    it('reach on-change from every table with a stream but that of care', () => {
      const all = properties('AWS::Lambda::EventSourceMapping');
      const mappings = all.filter(({ BatchSize }) => BatchSize === 100);
      expect(mappings).toHaveLength(tableNames.filter((name) => tables[name].stream && name !== 'care').length);
      for (const mapping of mappings) {
        expect(mapping).toMatchObject({
          StartingPosition: 'TRIM_HORIZON',
          BisectBatchOnFunctionError: true,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          MaximumRetryAttempts: 5,
          DestinationConfig: {
            OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^Parked/), 'Arn'] } },
          },
        });
        const [filter] = (mapping.FilterCriteria as { Filters: { Pattern: string }[] }).Filters;
        expect(JSON.parse(filter?.Pattern ?? '')).toEqual({
          eventName: ['INSERT'],
          dynamodb: { Keys: { pk: { S: [{ prefix: 'EVENT#' }] } } },
        });
      }
    });

    it('that ask for a roster reach its function too, one by one', () => {
      const mappings = properties('AWS::Lambda::EventSourceMapping').filter(({ BatchSize }) => BatchSize === 1);
      expect(mappings).toHaveLength(1);
      const [pattern] = mappings.flatMap(({ FilterCriteria }) =>
        (FilterCriteria as { Filters: { Pattern: string }[] }).Filters.map(({ Pattern }) => Pattern),
      );
      expect(JSON.parse(pattern ?? '').dynamodb.NewImage.type.S).toEqual([
        'scheduling.rosterAsked',
        'scheduling.rosterPublished',
      ]);
    });

    it('raise an alarm when they are parked or late', () => {
      for (const alarm of [
        { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 },
        { MetricName: 'IteratorAge', Threshold: 600_000 },
      ]) {
        expect(properties('AWS::CloudWatch::Alarm')).toContainEqual(expect.objectContaining(alarm));
      }
    });

    it('of time come once a minute, by a rule, and their silence raises an alarm', () => {
      const rules = properties('AWS::Events::Rule');
      expect(rules.map((rule) => rule.ScheduleExpression)).toEqual(['rate(1 minute)', 'rate(1 minute)']);
      const silences = properties('AWS::CloudWatch::Alarm').filter(
        ({ TreatMissingData }) => TreatMissingData === 'breaching',
      );
      expect(silences).toHaveLength(rules.length);
    });
  });

  it('has one address, with a route each for care, the other contexts and the site', () => {
    const routes = resourcesOf(templates, 'AWS::ApiGatewayV2::Route').map(({ stack, properties: { RouteKey } }) => [
      stack,
      RouteKey,
    ]);
    expect(routes.toSorted()).toEqual([
      ['api', 'ANY /api/{proxy+}'],
      ['care', 'ANY /api/care/{proxy+}'],
      ['web', '$default'],
    ]);
  });

  it('keeps addresses and paths of people out of the access log', () => {
    const [live] = properties('AWS::ApiGatewayV2::Stage');
    expect(JSON.stringify(live?.AccessLogSettings)).not.toMatch(/sourceIp|\$context\.path|userAgent/);
  });
});

describe('the stage in China', () => {
  const templates = templatesByStage.liwan as Templates;
  const text = JSON.stringify(templates);

  it('names no partition but its own', () => {
    expect(text).not.toContain('arn:aws:');
    expect(text).not.toMatch(/execute-api\.[^"]*amazonaws\.com(?!\.cn)/);
  });

  it.each([
    'AWS::Lambda::Url',
    'AWS::CloudFront::Function',
    'AWS::CloudFront::OriginAccessControl',
    'AWS::Scheduler::Schedule',
    'AWS::Cognito::UserPool',
    'AWS::WAFv2::WebACL',
    'AWS::DynamoDB::GlobalTable',
  ])('has no %s, which is not offered there', (type) => {
    expect(resourcesOf(templates, type)).toEqual([]);
  });

  it('traces nothing by X-Ray', () => {
    expect(text).not.toContain('TracingConfig');
  });

  it('shows a certificate of its own', () => {
    const [front] = resourcesOf(templates, 'AWS::CloudFront::Distribution');
    expect(front?.properties.DistributionConfig).toMatchObject({
      Aliases: [stages.liwan.domain.name],
      ViewerCertificate: { IamCertificateId: stages.liwan.domain.certificate.iamId, SslSupportMethod: 'sni-only' },
    });
  });
});

function sorted(attributes: unknown): unknown {
  return (attributes as { AttributeName: string }[]).toSorted((a, b) => a.AttributeName.localeCompare(b.AttributeName));
}
