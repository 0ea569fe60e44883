import { passWayPoint } from '#lib/leader/pass-way-point.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The QR code of a way-point leads here, with its code in the address; the hand that types has none. */
export const load: PageServerLoad = ({ url }) => ({ code: url.searchParams.get('code') ?? undefined });

export const actions: Actions = { pass: passWayPoint };
