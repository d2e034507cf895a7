import { type Role } from '#domain';
import { AUDIT_OFFICE, GOVERNMENT, OFFICE } from './units';

/** A person of the demonstration. */
export interface DemoPerson {
  readonly loginName: string;
  readonly name: string;
  /** Full name in the register. */
  readonly unit: string;
  /** All of them in that unit and in all ledgers. */
  readonly roles: readonly Exclude<Role, 'engine'>[];
}

/** What people call the roles. */
export const ROLE_WORDS: Readonly<Record<Exclude<Role, 'engine'>, string>> = {
  'supervision-clerk': '督查员',
  verifier: '核验人',
  closer: '销号签批人',
  leader: '领导',
  auditor: '审计员',
  reporter: '填报人',
  'unit-head': '单位负责人',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
};

/** The unit that the first start makes for administrators. */
export const ADMINISTRATION = '系统管理';

/** Who signs in first: made by the first start, with two posts until the second administrator is there. */
export const ADMINISTRATOR = 'admin';
/** Who grants posts afterwards. */
export const SECURITY = 'fangyan';
export const CLERK = 'zhoulan';
export const VERIFIER = 'qinyue';
export const SECOND_VERIFIER = 'douxin';
export const CLOSER = 'luoming';
/** Decides on what one person may not do alone. */
export const LEADER = 'shenping';

/** People of the office and administrators: they are there before the document is imported. */
export const OFFICE_PEOPLE: readonly DemoPerson[] = [
  { loginName: CLERK, name: '周澜', unit: OFFICE, roles: ['supervision-clerk'] },
  { loginName: VERIFIER, name: '秦越', unit: OFFICE, roles: ['verifier'] },
  { loginName: SECOND_VERIFIER, name: '窦昕', unit: OFFICE, roles: ['verifier'] },
  { loginName: CLOSER, name: '罗铭', unit: OFFICE, roles: ['closer'] },
  { loginName: LEADER, name: '沈平', unit: GOVERNMENT, roles: ['leader'] },
  { loginName: 'heqing', name: '贺清', unit: AUDIT_OFFICE, roles: ['auditor'] },
  { loginName: SECURITY, name: '方严', unit: ADMINISTRATION, roles: ['security-administrator'] },
  { loginName: 'guwen', name: '顾闻', unit: ADMINISTRATION, roles: ['audit-administrator'] },
];

/** People of the responsible units: they come when the units of the document are known. */
export const UNIT_PEOPLE: readonly DemoPerson[] = [
  { loginName: 'linjia', name: '林佳', unit: '市卫生健康委', roles: ['reporter'] },
  { loginName: 'tangwei', name: '汤蔚', unit: '市卫生健康委', roles: ['unit-head'] },
  { loginName: 'suhan', name: '苏涵', unit: '市医保局', roles: ['reporter'] },
  { loginName: 'caolin', name: '曹霖', unit: '市医保局', roles: ['unit-head'] },
  { loginName: 'pengbo', name: '彭博文', unit: '市财政局', roles: ['reporter', 'unit-head'] },
  { loginName: 'yuanfei', name: '袁菲', unit: '市人力资源社会保障局', roles: ['reporter', 'unit-head'] },
  { loginName: 'jintao', name: '金陶', unit: '市市场监管局', roles: ['reporter', 'unit-head'] },
  { loginName: 'weichen', name: '魏晨', unit: '市数据局', roles: ['reporter', 'unit-head'] },
  { loginName: 'dongyu', name: '董渔', unit: '东浦区政府', roles: ['reporter', 'unit-head'] },
  { loginName: 'anran', name: '安然', unit: '安桥县政府', roles: ['reporter', 'unit-head'] },
];

/** The person of a unit who has a role, or null when the unit has no account: the office then writes for it. */
export function personOf(unit: string, role: 'reporter' | 'unit-head'): DemoPerson | null {
  return UNIT_PEOPLE.find((person) => person.unit === unit && person.roles.includes(role)) ?? null;
}

/** How the administrator of the first start is shown. */
export const FIRST_ADMINISTRATOR: DemoPerson = {
  loginName: ADMINISTRATOR,
  name: '系统管理员',
  unit: ADMINISTRATION,
  roles: ['system-administrator'],
};
