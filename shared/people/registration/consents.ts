import * as z from 'zod';

/**
 * What a person agrees to, each on its own and none ticked beforehand (个人信息保护法 arts. 14, 29, 31). The version is that
 * of the text which was shown; a new text needs a new consent.
 */
export const consentVersions = {
  /** The rules of volunteering and how data is used. */
  terms: '2026-01',
  /** Keeping the document number, which is sensitive data. */
  sensitiveData: '2026-01',
  /** Appearing by name in rankings: free to refuse. */
  rankings: '2026-01',
  /** A guardian's agreement that somebody under 18 volunteers. */
  guardian: '2026-01',
  /** A guardian's agreement to the data of a child under 14. */
  guardianData: '2026-01',
} as const;

export type ConsentKind = keyof typeof consentVersions;

export const consentKinds = Object.keys(consentVersions) as [ConsentKind, ...ConsentKind[]];

/** A consent without which nobody can be registered: it has to be given, and a missing one is not given. */
export const NeededConsent = z.literal(true, { error: 'consent.needed' });
