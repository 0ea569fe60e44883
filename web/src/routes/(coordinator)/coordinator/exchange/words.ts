import { datasets } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { m } from '#paraglide/messages.js';

export const datasetWords = {
  serviceRecords: m.exchange_serviceRecords,
  training: m.exchange_training,
  awards: m.exchange_awards,
  evaluations: m.exchange_evaluations,
  complaints: m.exchange_complaints,
} as const;

export const datasetChoices = () => datasets.map((dataset) => ({ value: dataset, label: datasetWords[dataset]() }));

/** How the state of a push is called and coloured. */
export const pushLooks = {
  sending: { kind: 'info', words: m.exchange_sending },
  done: { kind: 'success', words: m.exchange_done },
  stopped: { kind: 'warning', words: m.exchange_stopped },
} as const;

export const faultWords = {
  unreachable: m.exchange_faultUnreachable,
  refused: m.exchange_faultRefused,
  notUnderstood: m.exchange_faultNotUnderstood,
} as const;
