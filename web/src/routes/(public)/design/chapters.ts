import { m } from '#paraglide/messages.js';

type Words = () => string;

/** The chapters of the page in order, with what each has to say first. */
export const chapters = [
  { id: 'identity', title: m.design_identity, lead: m.design_identityLead },
  { id: 'actions', title: m.design_actions, lead: m.design_actionsLead },
  { id: 'fields', title: m.design_fields, lead: m.design_fieldsLead },
  { id: 'choosing', title: m.design_choosing, lead: m.design_choosingLead },
  { id: 'messages', title: m.design_messages, lead: m.design_messagesLead },
  { id: 'progress', title: m.design_progress, lead: m.design_progressLead },
  { id: 'ways', title: m.design_ways, lead: m.design_waysLead },
  { id: 'pieces', title: m.design_content, lead: m.design_contentLead },
  { id: 'states', title: m.design_states, lead: m.design_statesLead },
  { id: 'charts', title: m.design_charts, lead: m.design_chartsLead },
] as const satisfies readonly { id: string; title: Words; lead: Words }[];

export type ChapterId = (typeof chapters)[number]['id'];
