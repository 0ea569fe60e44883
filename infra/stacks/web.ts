import { frontHeader } from '@kaifong/shared/identity/front-header.ts';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  type CfnDistribution,
  Distribution,
  type IOrigin,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { ApiRoute } from '../constructs/api-route.ts';
import { type House, HouseFunction } from '../constructs/house-function.ts';
import { StaticFiles } from '../constructs/static-files.ts';
import type { StageSettings } from '../stages.ts';
import type { DataStack } from './data.ts';

/** The site: its server behind the stage's address, its files from a bucket, both behind one CloudFront address. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & House & { data: DataStack; httpApi: HttpApi }) {
    super(scope, id, props);
    const { settings, httpApi } = props;
    const site = new HouseFunction(this, 'Site', {
      ...props,
      name: 'site',
      description: 'The server of the site; it reaches data through the API only',
      failureMeans: 'People see an error page in place of the site. Look at the log of "site" for what failed.',
      timeout: Duration.seconds(20),
      memoryMegabytes: 1024,
      environment: {
        API_ORIGIN: httpApi.apiEndpoint,
        ...(settings.identityProvider && { GOVERNMENT_SIGN_IN: '1' }),
      },
    });
    new ApiRoute(this, 'Route', { httpApi, path: 'anything else', method: HttpMethod.ANY, to: site });

    // The cast: the CDK's own class misses its interface by an optional property under exactOptionalPropertyTypes.
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    }) as IBucket;
    acknowledge(bucket, { 'AwsSolutions-S1': 'It holds the public files of the site; who fetched them is not kept.' });
    new StaticFiles(this, 'Upload', { ...props, bucket });

    const server = new HttpOrigin(`${httpApi.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
      customHeaders: { [frontHeader]: props.data.frontPass.secretValue.unsafeUnwrap() },
    });
    const fromFiles = {
      origin: filesOrigin(settings, bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    };
    const front = new Distribution(this, 'Front', {
      comment: `Kaifong ${settings.name}`,
      defaultBehavior: {
        origin: server,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: Object.fromEntries(props.assets.staticPaths().map((path) => [path, fromFiles])),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...domainProps(this, settings),
    });
    useIamCertificate(front, settings);
    acknowledge(front, frontReasons(settings));
    new CfnOutput(this, 'Address', { value: settings.domain?.name ?? front.distributionDomainName });
  }
}

/** China has the older way only in which CloudFront alone reads a bucket. */
function filesOrigin(settings: StageSettings, bucket: IBucket): IOrigin {
  return settings.partition === 'aws-cn'
    ? S3BucketOrigin.withOriginAccessIdentity(bucket)
    : S3BucketOrigin.withOriginAccessControl(bucket);
}

function domainProps(scope: Construct, { domain }: StageSettings) {
  if (!domain) return {};
  // An IAM certificate has no place in the properties; `useIamCertificate` puts it into the template.
  if ('iamId' in domain.certificate) return {};
  return {
    domainNames: [domain.name],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', domain.certificate.acmArn),
  };
}

function useIamCertificate(front: Distribution, { domain }: StageSettings): void {
  if (!domain || !('iamId' in domain.certificate)) return;
  const resource = front.node.defaultChild as CfnDistribution;
  resource.addPropertyOverride('DistributionConfig.Aliases', [domain.name]);
  resource.addPropertyOverride('DistributionConfig.ViewerCertificate', {
    IamCertificateId: domain.certificate.iamId,
    MinimumProtocolVersion: 'TLSv1.2_2021',
    SslSupportMethod: 'sni-only',
  });
}

function frontReasons(settings: StageSettings): Record<string, string> {
  return {
    'AwsSolutions-CFR1': 'Volunteers abroad and in Hong Kong and Macao use the site; no country is shut out.',
    'AwsSolutions-CFR2':
      'Rates are limited at the gateway, and per number and address behind it; in China CloudFront has no firewall of its own.',
    'AwsSolutions-CFR3':
      'Its log would hold addresses and paths of people who seek support; the gateway logs routes without either.',
    'AwsSolutions-CFR4': settings.domain
      ? 'The certificate lies in IAM, where the check does not look; the template asks for TLS 1.2 with it.'
      : 'A trial stage has no domain, and the certificate of CloudFront itself sets the oldest protocol.',
    ...(settings.partition === 'aws-cn' && {
      'AwsSolutions-CFR7': 'China has no origin access control; the bucket is read through an origin access identity.',
    }),
  };
}
