import { describeNastyInput } from '../test/nasty-suite.ts';
import { careSamples } from './care.samples.ts';
import { declaredCareRoutes } from './declared-routes.ts';
import { startCareDistrict } from './test-care.ts';

describeNastyInput('Care API', await declaredCareRoutes(), careSamples, startCareDistrict);
