export function sum( {
  return 321;
}
