import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { DocumentKind } from '../../people/schema.ts';
import { CertificateNumber, TypedCertificateNumber } from './number.ts';

/** What was served under one title, and how often. */
export const ServedContent = z.object({ title: z.string(), times: z.int(), minutes: z.int() });
export type ServedContent = z.infer<typeof ServedContent>;

/** Who issues: who recorded certifies (志愿服务记录与证明出具办法, 民政部令67). The words go on every certificate from then on. */
export const Issuer = z.object({
  name: z.string().trim().min(2).max(60),
  responsible: z.string().trim().min(1).max(40),
  handler: z.string().trim().min(1).max(40),
  contact: z.string().trim().min(5).max(60),
});
export type Issuer = z.infer<typeof Issuer>;

/** For which days a certificate is asked for, both included. */
export const CertificateSpan = z.object({ from: Day, until: Day });
export type CertificateSpan = z.infer<typeof CertificateSpan>;

export const certificateStates = ['valid', 'revoked', 'replaced'] as const;

/** Whether the issuer was asked for its seal, and what came of that; `at` is when it came there. */
export const CertificateSeal = z.object({
  state: z.enum(['asked', 'sealed', 'declined']),
  at: Instant,
  /** Why it was declined, for its person. */
  reason: z.string().optional(),
});

/** A record certificate without what identifies its person. */
export const ServiceCertificate = z.object({
  number: CertificateNumber,
  state: z.enum(certificateStates),
  issuedAt: Instant,
  ...CertificateSpan.shape,
  minutes: z.int(),
  content: z.array(ServedContent),
  issuer: Issuer,
  /** Why it was revoked, for its person and the coordinators. */
  reason: z.string().optional(),
  /** The certificate that took its place, and the one whose place it took. */
  replacedBy: CertificateNumber.optional(),
  replaces: CertificateNumber.optional(),
  seal: CertificateSeal.optional(),
  /** Minutes of these days that stand in the records now, of one that holds, when corrections since have made them fewer. */
  standingMinutes: z.int().optional(),
});
export type ServiceCertificate = z.infer<typeof ServiceCertificate>;

/** The same as it is printed. */
export const WholeCertificate = ServiceCertificate.extend({
  name: z.string(),
  documentKind: DocumentKind,
  documentNumber: z.string(),
  volunteerNumber: z.string(),
});
export type WholeCertificate = z.infer<typeof WholeCertificate>;

/** What everybody may ask of a number: whether it holds, and no more of the person than a name under its mask. */
export const CertificateCheck = ServiceCertificate.pick({
  number: true,
  state: true,
  issuedAt: true,
  from: true,
  until: true,
  minutes: true,
  standingMinutes: true,
}).extend({ issuerName: z.string(), maskedName: z.string(), replacedBy: CertificateNumber.optional() });
export type CertificateCheck = z.infer<typeof CertificateCheck>;

export const Revocation = z.object({ reason: z.string().trim().min(5).max(200) });
/** The picture of the issuer's seal, as it was uploaded. */
export const NewSealImage = z.object({ uploadId: Id('upload') });
/** Since when there is one. */
export const SealImage = z.object({ since: Instant.optional() });

/** What the issuer does about a certificate that is to be sealed. */
export const SealDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('seal') }),
  z.object({ decision: z.literal('decline'), ...Revocation.shape }),
]);
export type SealDecision = z.infer<typeof SealDecision>;

/** A certificate that waits for the seal; its person under a mask. */
export const SealRequest = ServiceCertificate.pick({
  number: true,
  issuedAt: true,
  from: true,
  until: true,
  minutes: true,
}).extend({ askedAt: Instant, maskedName: z.string(), volunteerNumber: z.string() });
export type SealRequest = z.infer<typeof SealRequest>;

export const CertificateParams = z.object({ number: TypedCertificateNumber });
export const CertificatesOfQuery = PageQuery.extend({ volunteerId: Id('volunteer') });

/** A printed certificate, base64. */
export const CertificateFile = z.object({ name: z.string(), pdf: z.string() });
export const CertificateFileQuery = z.object({
  language: z.enum(['zh-Hans', 'zh-Hant', 'en']).default('zh-Hans'),
  /** The address of the site, to which the code on the paper leads. */
  site: z.url({ protocol: /^https?$/ }).max(200),
});
