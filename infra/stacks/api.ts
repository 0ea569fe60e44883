import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ApiRoute } from '../constructs/api-route.ts';
import { HouseAlarm } from '../constructs/house-alarm.ts';
import { type House, HouseFunction } from '../constructs/house-function.ts';
import type { DataStack } from './data.ts';

/** The one address of a stage, and the API of all contexts but care. Care and the site add their own routes to it. */
export class ApiStack extends Stack {
  readonly httpApi: HttpApi;

  constructor(scope: Construct, id: string, props: StackProps & House & { data: DataStack }) {
    super(scope, id, props);
    const { data, settings } = props;
    this.httpApi = new HttpApi(this, 'Http', {
      apiName: `kaifong-${settings.name}`,
      description: 'Kaifong: /api/care/… is care, /api/… the other contexts, all else the site',
      createDefaultStage: false,
    });
    new HttpStage(this, 'Live', {
      httpApi: this.httpApi,
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog(this, settings.name)),
        format: accessLine,
      },
    });

    const api = new HouseFunction(this, 'Api', {
      ...props,
      name: 'api',
      description: 'The API of all contexts but care',
      failureMeans:
        'The API failed to answer: volunteers may be unable to sign up or check in. Look at the log of "api" for what failed.',
      timeout: Duration.seconds(20),
      memoryMegabytes: 1024,
      environment: {
        // A trial stage has no address of its own, and so no passkeys.
        ...(settings.domain && { SITE_ORIGIN: `https://${settings.domain.name}` }),
        ...(settings.identityProvider && {
          PROVIDER_ISSUER: settings.identityProvider.issuer,
          PROVIDER_CLIENT: settings.identityProvider.clientId,
          PROVIDER_SECRET_SEALED: settings.identityProvider.sealedSecret,
        }),
        SMS_CHANNEL: settings.textMessages.channel,
        SMS_GATEWAY_URL: settings.textMessages.gatewayUrl,
        SMS_GATEWAY_TOKEN_SEALED: settings.textMessages.sealedToken,
        ...(settings.province && {
          PROVINCE_URL: settings.province.url,
          PROVINCE_TOKEN_SEALED: settings.province.sealedToken,
        }),
      },
    });
    data.grantWork(api);
    data.tellFrontPass(api);
    new ApiRoute(this, 'Route', { httpApi: this.httpApi, path: '/api/{proxy+}', method: HttpMethod.ANY, to: api });

    new HouseAlarm(this, 'ServerErrors', {
      metric: this.httpApi.metricServerError({ statistic: 'Sum' }),
      means: 'People got an error page or a failed request from the site. Look at the access log for which route.',
      operators: props.operators,
    });
  }
}

/** Says that a route was used and how it went, not by whom or for which record: that is in the audit trail of each context. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    request: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    milliseconds: '$context.responseLatency',
    error: '$context.integrationErrorMessage',
  }),
);

function accessLog(scope: Construct, stage: string): LogGroup {
  return new LogGroup(scope, 'AccessLog', {
    logGroupName: `/aws/vendedlogs/kaifong/${stage}/access`,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
