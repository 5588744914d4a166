import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useNewRecoveryCodes } from '../api/second-factor';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import styles from './form.module.css';
import { ProofFields, proofFields, proofOf } from './proof-fields';

interface NewCodesFormProps {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

export function NewCodesForm({ onCodes, onCancel }: NewCodesFormProps) {
  const t = useMessages(messages);
  const renew = useNewRecoveryCodes();
  const faults = useFaults(renew.error, proofFields);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (renew.isPending) return;
    renew.mutate(proofOf(new FormData(event.currentTarget)), { onSuccess: onCodes });
  };

  return (
    <Form error={renew.error} faulty={faults.summary} onSubmit={submit}>
      <p>{t('newCodesText')}</p>
      <ProofFields faults={faults} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" pending={renew.isPending}>
          {t('newCodes')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}
