// The contracts as /api/docs shows them: one JSON file per service, without the addresses that only services use.
import { readFileSync, readdirSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

type Operations = Readonly<Record<string, object>>;

interface Contract {
  readonly paths: Readonly<Record<string, Operations>>;
}

const contracts = new URL('../../contracts/', import.meta.url);

/** The public part of a contract, with addresses relative to the gateway and operations grouped by what they are about. */
function publicPart(yaml: string) {
  const contract = parse(yaml) as Contract;
  const paths = Object.entries(contract.paths)
    .filter(([path]) => !path.startsWith('/internal/'))
    .map(([path, operations]) => [path, tagged(operations, area(path))] as const);
  return { ...contract, servers: [{ url: '/' }], paths: Object.fromEntries(paths) };
}

/** `users` of `/api/v1/users/{id}`. */
function area(path: string): string {
  return /^\/api\/v1\/([^/]+)/.exec(path)?.[1] ?? 'keys';
}

function tagged(operations: Operations, tag: string): Operations {
  const entries = Object.entries(operations).map(([method, operation]) =>
    // Parameters that all methods share are an array beside them.
    Array.isArray(operation) ? [method, operation] : [method, { ...operation, tags: [tag] }],
  );
  return Object.fromEntries(entries) as Operations;
}

function files() {
  return readdirSync(contracts)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      fileName: `api/contracts/${name.replace(/\.yaml$/, '.json')}`,
      source: JSON.stringify(publicPart(readFileSync(new URL(name, contracts), 'utf8'))),
    }));
}

/** Builds the files, and serves them during development. */
export function publicContracts(): Plugin {
  return {
    name: 'public-contracts',
    generateBundle() {
      for (const file of files()) this.emitFile({ type: 'asset', ...file });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files().find(({ fileName }) => request.url === `/${fileName}`);
        if (!file) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'application/json');
        response.end(file.source);
      });
    },
  };
}
