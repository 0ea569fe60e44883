import type { ImportReport } from '@kaifong/shared/people/importing/import-schema.ts';
import { m } from '#paraglide/messages.js';

/** Where an import stands, in a few words. */
export function stateInWords({ state, isStuck }: Pick<ImportReport, 'state' | 'isStuck'>): string {
  return isStuck ? m.coordinator_stateStuck() : words[state]();
}

const words: Readonly<Record<ImportReport['state'], () => string>> = {
  uploading: m.coordinator_stateUploading,
  reading: m.coordinator_stateReading,
  working: m.coordinator_stateWorking,
  checked: m.coordinator_stateChecked,
  entered: m.coordinator_stateEntered,
  refused: m.coordinator_stateRefused,
};
