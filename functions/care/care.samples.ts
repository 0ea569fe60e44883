import type { Samples } from '../test/sample.ts';
import { askingSamples } from './asking.samples.ts';
import { caseSamples } from './case.samples.ts';
import { counsellorSamples } from './counsellor.samples.ts';
import { discussionSamples } from './discussion.samples.ts';
import { figuresSamples } from './figures.samples.ts';
import { onCallSamples } from './on-call.samples.ts';
import { progressSamples } from './progress.samples.ts';
import { supervisionSamples } from './supervision.samples.ts';
import type { CareDistrict } from './test-care.ts';

export const careSamples: Samples<CareDistrict> = {
  ...askingSamples,
  ...caseSamples,
  ...progressSamples,
  ...figuresSamples,
  ...onCallSamples,
  ...counsellorSamples,
  ...supervisionSamples,
  ...discussionSamples,
};
