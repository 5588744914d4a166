// Fails if a package, at any depth, has none of the allowed licences; packages that are only built and tested with may
// have some more. package-lock.json holds the licence of each, so nothing needs to be installed.
import { readFileSync } from 'node:fs';

const delivered = new Set(
  '0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 OFL-1.1 Unlicense'.split(' '),
);
// Of files that no user gets: copyleft of single files, data, and permissive licences seldom seen.
const tools = new Set([...delivered, ...'BlueOak-1.0.0 CC-BY-4.0 MPL-2.0 Python-2.0'.split(' ')]);

/** May a package with this SPDX expression be used? One that mixes AND and OR is for a person to read. */
function allows(allowed, expression) {
  const any = expression.replaceAll(/[()]/g, '').split(' OR ');
  const all = expression.replaceAll(/[()]/g, '').split(' AND ');
  if (any.length > 1 && all.length > 1) return false;
  return all.length > 1
    ? all.every((licence) => allowed.has(licence))
    : any.some((licence) => allowed.has(licence));
}

const lockFile = process.argv[2] ?? new URL('../package-lock.json', import.meta.url);
const packages = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
const refused = packages.filter(
  ([path, { dev, license }]) => path !== '' && !allows(dev ? tools : delivered, license ?? 'none'),
);

for (const [path, { version, license }] of refused) {
  console.error(
    `${path.replace(/^.*node_modules\//, '')} ${version}: licence ${license ?? 'unknown'} is not allowed`,
  );
}
if (refused.length > 0) process.exit(1);
console.log(`licences of ${packages.length - 1} packages: allowed`);
