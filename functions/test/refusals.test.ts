import { declaredRoutes } from '../declared-routes.ts';
import { describeRefusals } from './refusal-suite.ts';
import { samples } from './samples.ts';

describeRefusals('API', declaredRoutes(), samples, (district) => district.api);
