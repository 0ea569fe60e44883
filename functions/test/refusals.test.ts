import { declaredRoutes } from '../declared-routes.ts';
import { startDistrict } from './district.ts';
import { describeRefusals } from './refusal-suite.ts';
import { samples } from './samples.ts';

describeRefusals(
  'API',
  await declaredRoutes(),
  samples,
  () => startDistrict({ withProvider: true }),
  (district) => district.api,
);
