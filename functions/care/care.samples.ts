import type { Samples } from '../test/sample.ts';
import { askingSamples } from './asking/asking.samples.ts';
import { caseSamples } from './cases/case.samples.ts';
import { progressSamples } from './cases/progress.samples.ts';
import { counsellorSamples } from './counsellors/counsellor.samples.ts';
import { figuresSamples } from './figures/figures.samples.ts';
import { onCallSamples } from './on-call/on-call.samples.ts';
import { discussionSamples } from './supervision/discussion.samples.ts';
import { supervisionSamples } from './supervision/supervision.samples.ts';
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
