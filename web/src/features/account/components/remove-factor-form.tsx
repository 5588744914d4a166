import type { SyntheticEvent } from 'react';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useRemoveSecondFactor } from '../api/second-factor';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import styles from './form.module.css';
import { ProofFields, proofFields, proofOf } from './proof-fields';

export function RemoveFactorForm({ onCancel }: { readonly onCancel: () => void }) {
  const t = useMessages(messages);
  const remove = useRemoveSecondFactor();
  const faults = useFaults(remove.error, proofFields);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (remove.isPending) return;
    remove.mutate(proofOf(new FormData(event.currentTarget)), {
      onSuccess: () => announce(t('factorRemoved')),
    });
  };

  return (
    <Form error={remove.error} faulty={faults.summary} onSubmit={submit}>
      <p>{t('removeText')}</p>
      <ProofFields faults={faults} />
      <div className={styles.buttons}>
        <Button type="submit" variant="danger" pending={remove.isPending}>
          {t('removeFactor')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}
