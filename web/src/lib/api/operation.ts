import type { Operation, Options } from './contract';

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** {@link Options} of any operation. */
interface AnyOptions {
  readonly path?: Values;
  readonly query?: Values;
  readonly header?: Values;
  readonly accept?: string;
  readonly body?: unknown;
  readonly zip?: Blob;
  readonly bytes?: Blob;
  readonly csv?: Blob;
  readonly signal?: AbortSignal;
}

/** The options of an operation, which may be left out if it requires none. */
export type Arguments<O extends Operation> =
  Record<string, never> extends Options<O>
    ? readonly [options?: Options<O>]
    : readonly [options: Options<O>];

/** The address and the rest of a request, as `fetch` takes them. */
export function requestOf<O extends Operation>(
  operation: O,
  ...[given]: Arguments<O>
): [address: string, init: RequestInit] {
  const options = (given ?? {}) as AnyOptions;
  const [method = '', path = ''] = operation.split(' ');
  const headers = new Headers({ Accept: options.accept ?? 'application/json' });
  for (const [name, value] of present(options.header)) headers.set(name, value);
  let body: BodyInit | undefined;
  const file = options.zip ?? options.bytes ?? options.csv;
  if (file) {
    headers.set(
      'Content-Type',
      options.zip
        ? 'application/zip'
        : options.csv
          ? 'text/csv; charset=utf-8'
          : 'application/octet-stream',
    );
    body = file;
  } else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  return [
    `/api/v1${filled(path, options.path)}${queryOf(options.query)}`,
    {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(options.signal && { signal: options.signal }),
    },
  ];
}

function filled(path: string, values: Values = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(values[name]));
    // The path of a file; its slashes are those of the address.
    return name === 'path' ? value.replaceAll('%2F', '/') : value;
  });
}

function queryOf(query: Values | undefined): string {
  const text = new URLSearchParams(present(query)).toString();
  return text && `?${text}`;
}

function present(values: Values = {}): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
}
