/** Under which key this computer keeps what was decided about the names of an import. */
export function choicesKey(accountId: string, importId: string): string {
  return `taizhang.draft/${accountId}/import-choices/${importId}`;
}
