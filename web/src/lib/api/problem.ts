/** One fault of one field, as RFC 9457 documents of this platform carry them. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
  readonly code?: string;
}

interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly faults: readonly FieldFault[];
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The platform answered, and the answer was no. `code` is stable and chooses the words that the user reads. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly faults: readonly FieldFault[];
  /** The whole document: some problems have members of their own. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(document: ProblemDocument, retryAfter?: number) {
    super(`${document.status} ${document.code}`);
    this.name = 'ApiProblem';
    this.status = document.status;
    this.code = document.code;
    this.detail = document.detail;
    this.requestId = document.requestId;
    this.faults = document.faults;
    this.members = document.members ?? {};
    this.retryAfter = retryAfter;
  }
}

/** The request or its answer was lost on the way: nobody knows whether it was carried out. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('The platform did not answer', { cause });
    this.name = 'ConnectionLost';
  }
}

const codeByStatus: Partial<Record<number, string>> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'precondition_failed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  502: 'bad_gateway',
  503: 'unavailable',
  504: 'gateway_timeout',
};

/** Reads a refusal. Anything between (a proxy, a captive portal) may have written it, so nothing is taken for granted. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const fields: Record<string, unknown> = isRecord(body) ? body : {};
  const detail = text(fields.detail) ?? text(fields.title);
  const requestId = text(fields.request_id) ?? response.headers.get('X-Request-Id');
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ApiProblem(
    {
      status: response.status,
      code: text(fields.code) ?? codeByStatus[response.status] ?? 'internal',
      ...(detail && { detail }),
      ...(requestId && { requestId }),
      faults: Array.isArray(fields.errors) ? fields.errors.flatMap(readFault) : [],
      members: fields,
    },
    Number.isFinite(seconds) ? seconds : undefined,
  );
}

function readFault(value: unknown): FieldFault[] {
  if (!isRecord(value)) return [];
  const code = text(value.code);
  return [
    { field: text(value.field) ?? '', message: text(value.message) ?? '', ...(code && { code }) },
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
