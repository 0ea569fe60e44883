import type { Notification } from '@kaifong/shared/notifications/schema.ts';
import { m } from '#paraglide/messages.js';

type Link = Readonly<{ href: string; label: string }>;

/** A notice as a page shows it, with the way to what it is about. The way is found here, so that a phone need not know them all. */
export function shownNotice(notice: Notification) {
  const { id, at, heading, body, undelivered } = notice;
  return { id, at, heading, body, undelivered, link: linkOf(notice) };
}
export type ShownNotice = ReturnType<typeof shownNotice>;

function linkOf({ kind, shiftId, handoverId }: Notification): Link | undefined {
  const begins = (...beginnings: string[]) => beginnings.some((beginning) => kind.startsWith(beginning));
  if (shiftId && handoverId) {
    return { href: `/volunteer/handovers/${shiftId}/${handoverId}`, label: m.handover_toOne() };
  }
  if (begins('noShow', 'regulars')) return { href: '/volunteer/no-shows', label: m.noShow_title() };
  if (begins('amendment')) return { href: '/volunteer/records/amendments', label: m.amendments_title() };
  if (begins('file')) return { href: '/volunteer/records/file', label: m.file_own() };
  if (begins('qualification', 'certificateRefused'))
    return { href: '/account/certificates', label: m.certificates_title() };
  if (begins('certificate')) return { href: '/volunteer/records/certificates', label: m.serviceCertificate_title() };
  if (begins('help')) return { href: '/volunteer/points/help', label: m.timeBank_title() };
  if (begins('points', 'milestone')) return { href: '/volunteer/points', label: m.volunteer_pointsTitle() };
  if (kind === 'newDevice') return { href: '/account/devices', label: m.account_devicesTitle() };
  if (kind === 'settingsProposed') return { href: '/coordinator/settings', label: m.settings_deskTitle() };
  if (begins('settings')) return { href: '/system', label: m.settings_title() };
  return shiftId ? { href: `/volunteer/shifts/${shiftId}`, label: m.volunteer_seeShift() } : undefined;
}
