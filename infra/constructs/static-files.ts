import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { House } from './house-function.ts';

/**
 * Puts the site's files into its bucket whenever it is deployed, and leaves those of earlier versions there for pages
 * that are still open. The CDK's own function does it, with a role of ours: its usual one may write to every log there is.
 */
export class StaticFiles extends Construct {
  constructor(scope: Construct, id: string, props: House & { bucket: IBucket }) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/kaifong/${props.settings.name}/site-upload`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: "Of the upload of the site's files alone",
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    new BucketDeployment(this, 'Files', {
      sources: [props.assets.staticFiles()],
      destinationBucket: props.bucket,
      prune: false,
      exclude: ['*.br', '*.gz'], // CloudFront compresses by itself
      cacheControl: [CacheControl.fromString('public, max-age=300, stale-while-revalidate=86400')],
      logGroup,
      role,
    });
    acknowledge(role, uploadReasons(this, props));
    const uploader = Stack.of(this).node.children.find((child) =>
      child.node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (uploader)
      acknowledge(uploader, { 'AwsSolutions-L1': 'The runtime is the one that this version of the CDK brings.' });
  }
}

function uploadReasons(scope: Construct, { settings, bucket }: House & { bucket: IBucket }): Record<string, string> {
  const bucketId = Stack.of(scope).getLogicalId(bucket.node.defaultChild as CfnBucket);
  const staged = `arn:${settings.partition}:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${settings.region}/*`;
  const own = "The CDK's upload reads what it staged and writes the bucket of the site's public files, and no other.";
  return Object.fromEntries(
    [
      ...['GetBucket*', 'GetObject*', 'List*', 'Abort*', 'DeleteObject*'].map((action) => `Action::s3:${action}`),
      `Resource::<${bucketId}.Arn>/*`,
      `Resource::${staged}`,
    ].map((finding) => [`AwsSolutions-IAM5[${finding}]`, own]),
  );
}
