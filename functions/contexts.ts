import type { TableName } from '@kaifong/infra/tables.ts';
import { sessionLimits as limits, type SessionLimits } from '@kaifong/shared/identity/session-limits.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { createAttendance } from './attendance/index.ts';
import { createIdentity, type SignInSettings, type Sms } from './identity/index.ts';
import { createNotifications, type Messenger } from './notifications/index.ts';
import { createOrganisation } from './organisation/index.ts';
import { createCertificates, createPeople } from './people/index.ts';
import { type FileStore, sealedFiles } from './platform/file-store.ts';
import type { ProvincialSystem } from './platform/provincial-gateway.ts';
import type { Sealer } from './platform/sealing.ts';
import type { Table } from './platform/table.ts';
import { createPoints } from './points/index.ts';
import { createScheduling } from './scheduling/index.ts';

/** What an entry point hands over: clients, keys and the time, and nothing that says where the code runs. */
export type Parts = Readonly<{
  tables: (name: Exclude<TableName, 'care'>) => Table;
  sealer: Sealer;
  /** Where files lie; they are sealed before they come there. */
  files: FileStore;
  sms: Sms;
  /** What brings notices to people outside the site. */
  messenger: Messenger;
  now: () => Instant;
  /** Reads the font of what is printed, wherever the code runs. */
  readFont: () => Promise<Uint8Array>;
  /** The volunteer system of the province, where there is one to send records to. */
  province?: ProvincialSystem | undefined;
  demo: boolean;
  sessionLimits?: SessionLimits | undefined;
  signInWays?: SignInSettings | undefined;
}>;

/** All contexts but care, wired in the order in which they may know of each other. */
export function createContexts(parts: Parts) {
  const { tables, sealer, files, sms, messenger, now, demo, sessionLimits = limits, signInWays, readFont } = parts;
  const organisation = createOrganisation({
    table: tables('organisation'),
    accounts: {
      line: (...deed) => identity.audit.line(...deed),
      namesOf: (ids) => identity.grants.namesOf(ids),
    },
  });
  const identity = createIdentity({
    table: tables('identity'),
    audit: tables('audit'),
    organisation,
    sealer,
    sms,
    now,
    demo,
    sessionLimits,
    signInWays,
  });
  const peopleDeps = { table: tables('people'), sealer, identity, organisation, now };
  const people = createPeople(peopleDeps);
  const certificates = createCertificates({ ...peopleDeps, files: sealedFiles(files, sealer) });
  const scheduling = createScheduling({
    table: tables('scheduling'),
    sealer,
    identity,
    people,
    organisation,
    now,
    hasCome: (shiftId, volunteerId) => attendance.hasCome(shiftId, volunteerId),
  });
  const attendance = createAttendance({
    table: tables('attendance'),
    totals: tables('totals'),
    ...{ sealer, identity, people, scheduling, readFont },
    settings: organisation.figures,
    keptFiles: certificates.keptFiles,
    trainings: certificates.trainings,
    province: parts.province,
  });
  const points = createPoints({
    table: tables('points'),
    ...{ sealer, organisation, identity, people, scheduling, readFont },
  });
  const notifications = createNotifications({
    table: tables('notifications'),
    ...{ identity, people, scheduling, sealer, messenger, now },
  });
  return { organisation, identity, people, certificates, scheduling, attendance, points, notifications };
}

export type Contexts = ReturnType<typeof createContexts>;
