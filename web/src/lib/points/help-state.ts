import { m } from '#paraglide/messages.js';

/** How the states of a request for help look. */
export const helpStateLooks = {
  asked: { kind: 'warning', name: m.timeBank_stateAsked },
  planned: { kind: 'success', name: m.timeBank_statePlanned },
  settled: { kind: 'plain', name: m.timeBank_stateSettled },
  withdrawn: { kind: 'plain', name: m.timeBank_stateWithdrawn },
  declined: { kind: 'plain', name: m.timeBank_stateDeclined },
  lapsed: { kind: 'plain', name: m.timeBank_stateLapsed },
  calledOff: { kind: 'plain', name: m.timeBank_stateCalledOff },
} as const;
