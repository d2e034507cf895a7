/** What the words of an indicator tell of its kind. Patterns, since people write the same unit in several ways. */
export const INDICATOR_KINDS = {
  /** Shares of a whole: the shares of parts are not added up. */
  shareUnit: /^(?:[%％‰]|个?百分点)$/u,
  /** What is measured on each part by itself, such as 天, 分 or 元/人: adding it up says nothing. */
  levelUnit: /^(?:天|日|个?工作日|小时|分钟|秒|分|岁|倍|度|℃)$|[/／每]/u,
  ratioName: /(?:率|比例|占比|比重|指数)$|平均|人均|每/u,
  /** A share or level that tells a change may be below zero; a number of things only where it tells a balance. */
  changeName: /增|减|降|升|涨|跌|变化|差额|同比|环比|净|盈|亏|结余/u,
  balanceName: /净|差额|盈|亏|结余|变化/u,
  /** A temperature; and where no unit is named, nothing is known. */
  belowZeroUnit: /^(?:度|℃)?$/u,
} as const;
