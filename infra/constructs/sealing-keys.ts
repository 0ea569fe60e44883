import { RemovalPolicy } from 'aws-cdk-lib';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { HouseFunction } from './house-function.ts';

export const sealingActions = ['kms:GenerateDataKey', 'kms:Decrypt'];
export const digestActions = ['kms:GenerateMac'];

/**
 * The two keys that records are sealed with: one wraps the data keys of sealed fields, the other makes the digests by
 * which a sealed value can be found and be unique. `PERSONAL` and `CARE` are apart: neither opens what the other closed.
 */
export class SealingKeys extends Construct {
  readonly sealing: Key;
  readonly digest: Key;
  readonly #kind: 'PERSONAL' | 'CARE';

  constructor(
    scope: Construct,
    id: string,
    props: { kind: 'PERSONAL' | 'CARE'; stagePrefix: string; policy?: () => PolicyDocument },
  ) {
    super(scope, id);
    this.#kind = props.kind;
    const alias = `${props.stagePrefix}-${props.kind.toLowerCase()}`;
    const policy = () => (props.policy ? { policy: props.policy() } : {});
    this.sealing = new Key(this, 'Sealing', {
      alias: `${alias}-sealing`,
      description: `Wraps the keys of sealed ${props.kind.toLowerCase()} fields`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...policy(),
    });
    // Never rotates: a digest must come out the same for as long as what it finds is kept.
    this.digest = new Key(this, 'Digest', {
      alias: `${alias}-digest`,
      description: `Makes the digests by which sealed ${props.kind.toLowerCase()} fields are found`,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
      ...policy(),
    });
  }

  /** To seal, to open what is sealed, and to find by digest. */
  grantSealing(to: HouseFunction): void {
    to.allow(sealingActions, [this.sealing.keyArn], { [`${this.#kind}_KEY_ID`]: this.sealing.keyArn });
    to.allow(digestActions, [this.digest.keyArn], { [`${this.#kind}_MAC_KEY_ID`]: this.digest.keyArn });
  }
}
