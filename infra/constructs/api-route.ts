import {
  type HttpApi,
  type HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { HouseFunction } from './house-function.ts';

/** A route of the stage's address to a function. It belongs to the function's stack, and so does the permission to call it. */
export class ApiRoute extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { httpApi: HttpApi; path: string | 'anything else'; method: HttpMethod; to: HouseFunction },
  ) {
    super(scope, id);
    const route = new HttpRoute(this, 'Route', {
      httpApi: props.httpApi,
      routeKey: props.path === 'anything else' ? HttpRouteKey.DEFAULT : HttpRouteKey.with(props.path, props.method),
      integration: new HttpLambdaIntegration('Integration', props.to.function),
      authorizer: new HttpNoneAuthorizer(),
    });
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'Who may do what is decided behind the route, by session and permission table; no route there starts without a rule.',
    });
  }
}
