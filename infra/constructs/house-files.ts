import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';
import { acknowledge } from './acknowledge.ts';
import type { HouseFunction } from './house-function.ts';

/**
 * The files of people, such as certificates: a bucket that nobody outside reaches, encrypted with our key although what lies there is sealed
 * already. No versions are kept, so that what is deleted is gone.
 */
export class HouseFiles extends Construct {
  readonly bucket: Bucket;
  readonly #objects: string;

  constructor(scope: Construct, id: string, props: { settings: StageSettings; key: IKey }) {
    super(scope, id);
    const { name, partition } = props.settings;
    // The names of buckets are shared by all the world.
    const bucketName = `kaifong-${name}-files-${Aws.ACCOUNT_ID}`;
    this.#objects = `arn:${partition}:s3:::${bucketName}/*`;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.bucket, { 'AwsSolutions-S1': 'Who opened a file is in the audit trail of the platform.' });
  }

  /** To keep, read and delete single files; a list of them is nobody's. The key is granted with what is sealed by it. */
  grantWork(to: HouseFunction): void {
    to.allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [this.#objects], {
      FILES_ENDPOINT: `https://${this.bucket.bucketRegionalDomainName}`,
    });
    const finding = `AwsSolutions-IAM5[Resource::${this.#objects.replace(Aws.ACCOUNT_ID, '<AWS::AccountId>')}]`;
    acknowledge(to.role, { [finding]: 'The files of this one bucket, whose names nobody knows beforehand.' });
  }
}
