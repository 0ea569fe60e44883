import type { Text } from '../kernel/language.ts';
import type { Role } from './roles.ts';

/** What each role is called. */
export const roleNames: Readonly<Record<Role, Text>> = {
  volunteer: { 'zh-Hans': '志愿者', 'zh-Hant': '志願者', en: 'Volunteer' },
  teamLeader: { 'zh-Hans': '队长', 'zh-Hant': '隊長', en: 'Team leader' },
  coordinator: { 'zh-Hans': '协调员', 'zh-Hant': '協調員', en: 'Coordinator' },
  socialWorker: { 'zh-Hans': '社工', 'zh-Hant': '社工', en: 'Social worker' },
  counsellor: { 'zh-Hans': '心理志愿者', 'zh-Hant': '心理志願者', en: 'Counsellor' },
  careSupervisor: { 'zh-Hans': '心理督导', 'zh-Hant': '心理督導', en: 'Care supervisor' },
  onCall: { 'zh-Hans': '值班人员', 'zh-Hant': '值班人員', en: 'On call' },
  systemAdministrator: { 'zh-Hans': '系统管理员', 'zh-Hant': '系統管理員', en: 'System administrator' },
  securityAdministrator: { 'zh-Hans': '安全管理员', 'zh-Hant': '安全管理員', en: 'Security administrator' },
  auditAdministrator: { 'zh-Hans': '审计管理员', 'zh-Hant': '審計管理員', en: 'Audit administrator' },
};
