/** The office that supervises in practice; every unit made for practice is below it. One for all practice ledgers. */
export const PRACTICE_OFFICE = '练习单位';

/** The units that sample tasks name; the person plays both. */
export const PRACTICE_BUREAUS = ['练习甲局', '练习乙局'] as const;
