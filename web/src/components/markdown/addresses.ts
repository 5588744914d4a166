/** Whether an address leads below a base, also after `..` and the like. */
export function liesBelow(address: string, base: string): boolean {
  try {
    const { origin, pathname } = new URL(address, location.href);
    return origin === location.origin && pathname.startsWith(base);
  } catch {
    return false;
  }
}

/** The last part of an address, as a reader would write it. */
export function fileName(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
