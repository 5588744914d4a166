import { useMessages } from '@/lib/i18n/messages';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import type { Faults } from '@/components/faults/use-faults';
import { CodeField } from './code-field';
import { PasswordField } from './password-field';

/** The names that faults have for {@link ProofFields}. */
export const proofFields = ['current_password', 'code'] as const;

export function proofOf(form: FormData) {
  return {
    password: fieldText(form, 'current_password'),
    code: fieldText(form, 'code').trim(),
  };
}

/** Password and code, which prove who asks before a second factor is changed. */
export function ProofFields({ faults }: { readonly faults: Faults }) {
  const t = useMessages(messages);
  return (
    <>
      <PasswordField
        label={t('currentPassword')}
        error={faults.of('current_password')}
        name="current_password"
        autoComplete="current-password"
      />
      <CodeField recovery error={faults.of('code')} />
    </>
  );
}
