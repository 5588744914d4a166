import { useEffect, useRef } from 'react';
import { TextField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';

interface CodeFieldProps {
  /** Whether a recovery code will do, too. */
  readonly recovery?: boolean;
  /** Takes the focus when it appears, where it is what comes next. */
  readonly first?: boolean;
  readonly error?: string | undefined;
}

/** The code of an authenticator app; a phone offers its keyboard for digits unless letters may be needed. */
export function CodeField({ recovery = false, first = false, error }: CodeFieldProps) {
  const t = useMessages(messages);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <TextField
      ref={field}
      label={t('code')}
      hint={t(recovery ? 'codeOrRecoveryHint' : 'codeHint')}
      error={error}
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="none"
      inputMode={recovery ? 'text' : 'numeric'}
      spellCheck={false}
      maxLength={40}
      required
    />
  );
}
