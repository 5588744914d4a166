import { ApiProblem, type FieldFault } from '@/lib/api/problem';
import { useMessages } from '@/lib/i18n/messages';
import { faultMessages, faultSummary } from './fault-messages';

/** Codes of whole problems that are about one field. */
const fieldOfCode: Partial<Record<string, string>> = {
  username_taken: 'username',
  email_taken: 'email',
  current_password_wrong: 'current_password',
  second_factor_invalid: 'code',
  registration_code_wrong: 'code',
  registration_domain_refused: 'email',
};

export interface Faults {
  /** What is wrong with the field, in the reader's language. */
  readonly of: (field: string) => string | undefined;
  /** Says how many fields to look at, if the fields say it all; a general message would only repeat it. */
  readonly summary: string | undefined;
}

export function useFaults(error: unknown, fields: readonly string[]): Faults {
  const words = useFaultWords();
  const formT = useMessages(faultSummary);
  const faults = error instanceof ApiProblem ? faultsOf(error) : [];
  const marked = fields.filter((field) => faults.some((fault) => fault.field === field));
  return {
    of: (field) => {
      const fault = faults.find((candidate) => candidate.field === field);
      return fault && words(fault);
    },
    summary: marked.length > 0 ? formT('faulty', { count: marked.length }) : undefined,
  };
}

function faultsOf(problem: ApiProblem): readonly FieldFault[] {
  const field = fieldOfCode[problem.code];
  if (problem.faults.length > 0 || !field) return problem.faults;
  return [{ field, code: problem.code, message: problem.detail ?? '' }];
}

/** The words for the code of a fault, or what the service says. */
export function useFaultWords(): (fault: Pick<FieldFault, 'code' | 'message'>) => string {
  const t = useMessages(faultMessages);
  return ({ code, message }) => (code && isKnown(code) ? t(code) : message);
}

function isKnown(code: string): code is keyof typeof faultMessages.en {
  return Object.hasOwn(faultMessages.en, code);
}
