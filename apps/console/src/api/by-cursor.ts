/** How a list is read page by page: each answer's `next` is the next page's cursor. */
export const BY_CURSOR = {
  pageParamName: 'cursor',
  // Left out of the address; `undefined` would be taken for a page number.
  initialPageParam: null,
  getNextPageParam: ({ next }: { readonly next: string | null }): string | undefined => next ?? undefined,
};
