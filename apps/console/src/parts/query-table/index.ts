/** Rows of a list that the server sorts and cuts into pages, as a table. */
export { KeysetPager } from './keyset-pager';
export { type QueryColumn, type QueryOrder, type QuerySelection } from './query-column';
export { Clipped, QueryTable } from './query-table';
export { useNarrow } from './use-narrow';
