/** The made-up city. No place, office or person of it exists. */
export const CITY = '澄湖市';

/** The unit above all others. */
export const GOVERNMENT = `${CITY}人民政府`;
/** The office that keeps the ledger. */
export const OFFICE = '市医改办';
/** Where the auditor sits. */
export const AUDIT_OFFICE = '市审计局';

/** The districts behind the collective name of the document. */
export const DISTRICTS = ['东浦区政府', '西滩区政府', '安桥县政府'] as const;
/** How the document names all districts together. */
export const ALL_DISTRICTS = '各县（区）政府';

/** Units that the register knows before the document comes; all others are made of the names that it holds. */
export const FIRST_UNITS = [OFFICE, AUDIT_OFFICE] as const;

/** Other names under which the document calls a unit. */
export const ALIASES: Readonly<Record<string, string>> = { 市医疗保障局: '市医保局' };
