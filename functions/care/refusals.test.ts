import { describeRefusals } from '../test/refusal-suite.ts';
import { careSamples } from './care.samples.ts';
import { declaredCareRoutes } from './declared-routes.ts';
import { startCareDistrict } from './test-care.ts';

describeRefusals(
  'Care API',
  await declaredCareRoutes(),
  careSamples,
  startCareDistrict,
  (district) => district.careApi,
);
