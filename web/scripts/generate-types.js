// Writes the types of every contract to src/lib/api/generated, a file per service.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';

const contracts = new URL('../../contracts/', import.meta.url);
const generated = new URL('../src/lib/api/generated/', import.meta.url);

// A contract that is gone leaves no types behind.
rmSync(generated, { recursive: true, force: true });
mkdirSync(generated, { recursive: true });
for (const contract of readdirSync(contracts).filter((name) => name.endsWith('.yaml'))) {
  const types = await openapiTypescript(new URL(contract, contracts), { immutable: true });
  writeFileSync(new URL(contract.replace(/yaml$/, 'ts'), generated), astToString(types));
}
