import { Alert, ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Spinner } from '@/components/spinner';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { useEditing } from '../work';
import styles from './saving-state.module.css';

/** Whether everything is saved; and the choice where two windows have changed the same. */
export function SavingState() {
  const t = useMessages(messages);
  const { editing, saving, error, conflicting } = useEditing();
  switch (saving) {
    case 'saved':
      return (
        <p className={styles.state}>
          <Icon name="check" size={16} />
          {t('saved')}
        </p>
      );
    case 'waiting':
    case 'saving':
      return (
        <p className={styles.state}>
          <Spinner />
          {t('unsaved')}
        </p>
      );
    case 'failed':
      return (
        <div className={styles.fault}>
          <p>
            <strong>{t('failed')}.</strong> {t('failedText')}
          </p>
          <ProblemAlert error={error} withFaults />
          <Button size="small" onClick={() => void editing.flush()}>
            {t('saveAgain')}
          </Button>
        </div>
      );
    case 'conflict':
      return (
        <Alert tone="warn">
          <p>
            <strong>{t('conflicting')}.</strong>{' '}
            {t('conflictText', { places: conflicting.join(', ') })}
          </p>
          <div className={styles.choice}>
            <Button size="small" onClick={() => void editing.keepMine()}>
              {t('keepMine')}
            </Button>
            <Button size="small" onClick={() => editing.takeTheirs()}>
              {t('takeTheirs')}
            </Button>
          </div>
        </Alert>
      );
  }
}
