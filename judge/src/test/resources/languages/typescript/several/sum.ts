export function sum(a: bigint, b: bigint): bigint {
  return a + b;
}
