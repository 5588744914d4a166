import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/api/contract';
import { requestOf } from '@/lib/api/operation';
import { send } from '@/lib/api/transport';

export type RegistrationPolicy = Answer<'GET /auth/registration'>;

/** Who may register. */
export const registrationQuery = () =>
  queryOptions({
    queryKey: ['registration'],
    queryFn: async ({ signal }) => {
      const response = await send(...requestOf('GET /auth/registration', { signal }));
      return (await response.json()) as RegistrationPolicy;
    },
  });
