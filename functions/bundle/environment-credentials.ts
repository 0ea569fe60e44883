import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's chain of credential providers in the bundles: a Lambda always finds its credentials in the
 * environment, and the chain for laptops and servers is a third of the bundle.
 */
export const defaultProvider = () => fromEnv();
