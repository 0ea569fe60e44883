import type { Grant, Role } from './roles.ts';

/**
 * How far a role's right to an action goes:
 * `own` the person's own records, named by the session and never by the request;
 * `branch` what lies at or below the scope of the grant;
 * `assigned` only what has been handed to this very person;
 * `any` everything of that kind.
 */
export type Reach = 'own' | 'branch' | 'assigned' | 'any';

export type Rule = 'anyone' | 'signedIn' | Readonly<Partial<Record<Role, Reach>>>;

/** The whole table of permissions: who may do what, and how far. The API enforces it and the site shows by it. */
export const permissions = {
  'apiDocument.read': 'anyone',
  'session.start': 'anyone',
  'session.read': 'signedIn',
  'session.end': 'signedIn',
  'session.endOther': 'signedIn',

  'passkey.read': 'signedIn',
  'passkey.add': {
    teamLeader: 'own',
    coordinator: 'own',
    socialWorker: 'own',
    counsellor: 'own',
    careSupervisor: 'own',
    onCall: 'own',
    systemAdministrator: 'own',
    securityAdministrator: 'own',
    auditAdministrator: 'own',
  },
  'passkey.change': 'signedIn',
  'provider.read': 'signedIn',
  'provider.unlink': 'signedIn',
  'passkey.reset': { securityAdministrator: 'branch' },

  'audit.search': { auditAdministrator: 'branch', coordinator: 'branch' },
  'audit.export': { auditAdministrator: 'branch', coordinator: 'branch' },
  'audit.readKey': 'anyone',
  'audit.readOwn': 'signedIn',
  'grant.browse': { coordinator: 'branch', securityAdministrator: 'branch' },
  'grant.browseCare': { securityAdministrator: 'branch' },
  'grant.give': { coordinator: 'branch', securityAdministrator: 'branch' },
  'grant.end': {
    coordinator: 'branch',
    securityAdministrator: 'branch',
    teamLeader: 'own',
    socialWorker: 'own',
    careSupervisor: 'own',
    onCall: 'own',
  },
  'grant.deputise': {
    teamLeader: 'own',
    coordinator: 'own',
    socialWorker: 'own',
    careSupervisor: 'own',
    onCall: 'own',
  },

  'place.browse': 'anyone',
  'team.browse': 'signedIn',
  'tree.manage': { coordinator: 'branch' },
  'tree.readTrail': { coordinator: 'branch' },
  'setting.browse': 'anyone',
  'setting.readChanges': { systemAdministrator: 'branch', coordinator: 'branch' },
  'setting.propose': { systemAdministrator: 'branch' },
  'setting.decide': { coordinator: 'branch' },
  'volunteer.place': { coordinator: 'branch' },
  'team.belong': { volunteer: 'own' },
  'team.lead': { teamLeader: 'branch', coordinator: 'branch' },
  'team.appoint': { coordinator: 'branch' },

  'volunteer.register': 'signedIn',
  'volunteer.registerOnPaper': { teamLeader: 'branch', coordinator: 'branch' },
  /** Whoever has the link and the code that came to the guardian's phone. */
  'guardian.consent': 'anyone',
  'volunteer.confirmOwn': { volunteer: 'own' },
  'volunteer.changeOwn': { volunteer: 'own' },
  'volunteer.readOwn': { volunteer: 'own' },
  'volunteer.moveOwn': { volunteer: 'own' },
  'mobile.changeOwn': 'signedIn',
  'mobile.changeAtDesk': { coordinator: 'branch' },
  'rights.exercise': 'signedIn',
  'volunteer.consent': { volunteer: 'own' },
  'correction.answer': { coordinator: 'branch' },
  'volunteer.find': { coordinator: 'branch' },
  'volunteer.review': { coordinator: 'branch' },
  'volunteer.suspend': { coordinator: 'branch' },
  'volunteer.insure': { coordinator: 'branch' },
  'volunteer.merge': { coordinator: 'branch' },
  'volunteer.unmask': { coordinator: 'branch' },
  'volunteer.import': { coordinator: 'branch' },
  'volunteer.export': { coordinator: 'branch' },

  'skill.browse': 'anyone',
  'skill.manage': { coordinator: 'branch' },
  'qualification.browse': 'signedIn',
  'qualification.manage': { coordinator: 'branch' },
  'certificate.own': { volunteer: 'own' },
  'certificate.verify': { coordinator: 'branch' },
  'certificate.read': 'signedIn',
  'training.record': { teamLeader: 'branch', coordinator: 'branch' },

  'shift.browse': { volunteer: 'any', teamLeader: 'any', coordinator: 'any' },
  'shift.signUp': { volunteer: 'own' },
  'shift.manage': { teamLeader: 'branch', coordinator: 'branch' },
  /** Whoever has the secret address. */
  'calendar.subscribe': 'anyone',
  'calendar.own': { volunteer: 'own' },
  /** Its members and whoever leads it. */
  'calendar.ofTeam': 'signedIn',

  'attendance.readDigests': 'anyone',
  'attendance.checkIn': { volunteer: 'own' },
  'attendance.run': { teamLeader: 'branch', coordinator: 'branch' },
  /** Whoever stands before a tablet that a leader put up, by its address. */
  'attendance.useKiosk': 'anyone',
  'attendance.correct': { coordinator: 'branch' },
  'attendance.readOwn': { volunteer: 'own' },
  'serviceCertificate.own': { volunteer: 'own' },
  'serviceCertificate.manage': { coordinator: 'branch' },
  'serviceCertificate.check': 'anyone',
  'fileEntry.manage': { coordinator: 'branch' },
  'fileEntry.readOwn': { volunteer: 'own' },
  'exchange.export': { coordinator: 'branch' },
  'exchange.push': { coordinator: 'branch' },
  'noShow.contest': { volunteer: 'own' },
  'noShow.decide': { coordinator: 'branch' },
  'doubt.decide': { coordinator: 'branch' },

  'evidence.upload': { volunteer: 'own', teamLeader: 'own', coordinator: 'own' },
  'amendment.askOwn': { volunteer: 'own' },
  'amendment.askForOther': { teamLeader: 'branch', coordinator: 'branch' },
  /** Its person and who asked for it. */
  /** What one has asked for for others. */
  'amendment.readAsked': { teamLeader: 'own', coordinator: 'own' },
  'amendment.withdraw': 'signedIn',
  'amendment.decide': { coordinator: 'branch' },
  'amendment.browseNotices': 'anyone',
  'amendment.object': 'signedIn',

  'points.readOwn': { volunteer: 'own' },
  'points.give': { volunteer: 'own' },
  'points.chooseFund': { volunteer: 'own' },
  'help.ask': { volunteer: 'own' },
  'help.plan': { teamLeader: 'branch', coordinator: 'branch' },
  'points.readShift': { teamLeader: 'branch', coordinator: 'branch' },
  'fund.read': { coordinator: 'branch' },
  'pointsAdjustment.manage': { coordinator: 'branch' },
  'pointsRules.read': 'signedIn',
  'pointsRules.manage': { coordinator: 'branch' },
  'ranking.browse': { volunteer: 'any', teamLeader: 'any', coordinator: 'any' },
  'reward.browse': { volunteer: 'any', coordinator: 'any' },
  'reward.redeem': { volunteer: 'own' },
  'reward.manage': { coordinator: 'branch' },
  /** Whoever has the link that a coordinator gave to the shop. */
  'reward.handOutAtShop': 'anyone',
  'notification.readOwn': 'signedIn',
  'notification.choose': 'signedIn',
  /** Whoever has the link of an e-mail. */
  'notification.unsubscribe': 'anyone',

  'care.ask': 'anyone',
  'care.takeRequest': { socialWorker: 'branch' },
  'care.readQueue': { socialWorker: 'branch' },
  'care.screen': { counsellor: 'assigned', socialWorker: 'assigned' },
  'care.match': { socialWorker: 'assigned' },
  'care.close': { socialWorker: 'assigned' },
  'care.followUp': { socialWorker: 'assigned' },
  'care.readFollowUps': { socialWorker: 'own' },
  'care.report': { counsellor: 'assigned', socialWorker: 'assigned' },
  'care.readReports': { socialWorker: 'own' },
  'care.lowerRisk': { socialWorker: 'assigned' },
  'care.readOwnCases': { counsellor: 'own', socialWorker: 'own' },
  'care.readCase': { counsellor: 'assigned', socialWorker: 'assigned', careSupervisor: 'assigned' },
  'care.writeNote': { counsellor: 'assigned' },
  'care.writePlan': { counsellor: 'assigned', socialWorker: 'assigned' },
  'care.planSession': { counsellor: 'assigned', socialWorker: 'assigned' },
  'care.readSessions': { counsellor: 'own' },
  'care.reachOut': { counsellor: 'assigned', socialWorker: 'assigned' },
  'care.handOver': { counsellor: 'assigned', socialWorker: 'assigned' },
  'care.refer': { socialWorker: 'assigned' },
  'care.readReferrals': { socialWorker: 'own' },
  'care.readFigures': { socialWorker: 'branch', careSupervisor: 'branch' },
  'care.readAudit': { careSupervisor: 'branch' },
  'care.enrolCounsellor': { careSupervisor: 'branch' },
  'care.breakGlass': { careSupervisor: 'branch' },
  'care.superviseCounsellors': { careSupervisor: 'branch' },
  'care.discuss': { counsellor: 'assigned' },
  'care.supervise': { careSupervisor: 'assigned' },
  'care.ownSupervising': { careSupervisor: 'own' },
  'care.ownCounselling': { counsellor: 'own' },
  'care.answerEscalation': { onCall: 'branch' },
  'care.planRota': { careSupervisor: 'branch' },
  'care.ownDuties': { onCall: 'own', socialWorker: 'own' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof permissions;

/** What an action touches: the scope that the thing lies in, or whether it was handed to the person who asks. */
export type Target = Readonly<{ scope?: string; assigned?: boolean }>;

/** Whether any grant allows `action` at all, before it is known what it touches. */
export function mayAttempt(grants: readonly Grant[], action: Action): boolean {
  const rule: Rule = permissions[action];
  if (typeof rule === 'string') return true;
  return grants.some((grant) => rule[grant.role] !== undefined);
}

/** Whether a grant allows `action` on `target`. An action on one's `own` records needs no target. */
export function mayReach(grants: readonly Grant[], action: Action, target: Target): boolean {
  const rule: Rule = permissions[action];
  if (typeof rule === 'string') return true;
  return grants.some((grant) => {
    switch (rule[grant.role]) {
      case 'any':
      case 'own':
        return true;
      case 'branch':
        return target.scope !== undefined && covers(grant.scope, target.scope);
      case 'assigned':
        return target.assigned === true;
      default:
        return false;
    }
  });
}

/** Whether it must be asked what `action` touches before it is allowed. */
export function needsTarget(action: Action): boolean {
  const rule: Rule = permissions[action];
  return typeof rule !== 'string' && Object.values(rule).some((reach) => reach === 'branch' || reach === 'assigned');
}

function covers(branch: string, scope: string): boolean {
  return scope === branch || scope.startsWith(`${branch}/`);
}
