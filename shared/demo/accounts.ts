import type { Grant } from '../identity/roles.ts';

/** Somebody who can sign in to the demo. Everybody's mobile number is of the form 138 0000 00nn. */
export type DemoAccount = Readonly<{ mobile: string; name: string; grants: readonly Grant[] }>;

/** Where the people of the demo accounts are at home: the first community of 逢源, and the first team. */
export const demoStreet = '440103/006';
export const demoCommunity = `${demoStreet}/001`;
export const demoTeam = `${demoCommunity}/T0001`;

/** Where the leader of the second team is at home, who has other roles as well. */
export const secondDemoCommunity = '440103/009/006';
const secondDemoTeam = `${secondDemoCommunity}/T0002`;

const account = (number: number, name: string, ...grants: Grant[]): DemoAccount => ({
  mobile: `+8613800000${String(number).padStart(3, '0')}`,
  name,
  grants,
});

/** One for each role, a second coordinator to show what the whole district sees, and somebody with several roles. */
export const demoAccounts = {
  volunteer: account(1, '陈嘉敏', { role: 'volunteer', scope: demoCommunity }),
  teamLeader: account(
    2,
    '梁国强',
    { role: 'volunteer', scope: demoCommunity },
    { role: 'teamLeader', scope: demoTeam },
  ),
  coordinator: account(3, '何丽华', { role: 'coordinator', scope: demoStreet }),
  socialWorker: account(4, '罗颖诗', { role: 'socialWorker', scope: '440103' }),
  counsellor: account(5, '麦海伦', { role: 'counsellor', scope: '440103' }),
  careSupervisor: account(6, '冯静文', { role: 'careSupervisor', scope: '440103' }),
  onCall: account(7, '邓志勇', { role: 'onCall', scope: '440103' }),
  systemAdministrator: account(8, '关伟杰', { role: 'systemAdministrator', scope: '440103' }),
  securityAdministrator: account(9, '谭雪芬', { role: 'securityAdministrator', scope: '440103' }),
  auditAdministrator: account(10, '霍建明', { role: 'auditAdministrator', scope: '440103' }),
  districtCoordinator: account(11, '苏婉仪', { role: 'coordinator', scope: '440103' }),
  severalRoles: account(
    12,
    '区咏欣',
    { role: 'volunteer', scope: secondDemoCommunity },
    { role: 'teamLeader', scope: secondDemoTeam },
    { role: 'coordinator', scope: secondDemoCommunity },
  ),
} as const satisfies Record<string, DemoAccount>;
