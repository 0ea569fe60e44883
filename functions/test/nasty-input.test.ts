import { declaredRoutes } from '../declared-routes.ts';
import { startDistrict } from './district.ts';
import { describeNastyInput } from './nasty-suite.ts';
import { samples } from './samples.ts';

describeNastyInput('API', await declaredRoutes(), samples, () => startDistrict({ withProvider: true }));
