import type { Component } from 'svelte';
import type { PageLoad, PageServerData } from './$types';

/** Each comes with its own step only: together they would weigh as much as all else of the page. */
const fields: Record<PageServerData['step'], () => Promise<{ default: Component<PageServerData> }>> = {
  person: () => import('./PersonStep.svelte'),
  guardian: () => import('./GuardianStep.svelte'),
  abilities: () => import('./AbilitiesStep.svelte'),
  emergency: () => import('./EmergencyStep.svelte'),
  // It asks the same of everybody, and so takes nothing.
  consents: () => import('./ConsentsStep.svelte') as Promise<{ default: Component<object> }>,
  check: () => import('./CheckStep.svelte'),
};

export const load: PageLoad = async ({ data }) => ({ ...data, Fields: (await fields[data.step]()).default });
