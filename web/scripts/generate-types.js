// Writes the types of every contract to src/lib/api/generated, a file per service.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';

const contracts = new URL('../../contracts/', import.meta.url);
const generated = new URL('../src/lib/api/generated/', import.meta.url);

mkdirSync(generated, { recursive: true });
const services = readdirSync(contracts)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));

for (const name of readdirSync(generated)) {
  if (!services.includes(name.replace(/\.ts$/, ''))) rmSync(new URL(name, generated));
}

for (const service of services) {
  const contract = new URL(`${service}.yaml`, contracts);
  const types = astToString(await openapiTypescript(contract, { immutable: true }));
  const file = new URL(`${service}.ts`, generated);
  // A file that does not change stays as old as it is: ./touchstone up builds anew what is newer than the last build.
  if (!readdirSync(generated).includes(`${service}.ts`) || readFileSync(file, 'utf8') !== types) {
    writeFileSync(file, types);
  }
}
