/**
 * Options of a navigation that changes a part of what the address says of a list. It begins with the newest address,
 * not with what is on the page: of two changes soon after each other, the first may not be shown yet.
 */
export function refined<Change extends object>(change: Change) {
  return {
    search: <Search extends object>(before: Search) => ({ ...before, ...change }),
    replace: true,
    resetScroll: false,
  } as const;
}
