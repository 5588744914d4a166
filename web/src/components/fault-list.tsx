import type { FieldFault } from '@/lib/api/problem';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from './messages';
import styles from './fault-list.module.css';

/** What is wrong with a request or package, or only worth knowing, each with its place. */
export function FaultList({ faults }: { readonly faults: readonly FieldFault[] }) {
  const t = useMessages(messages);
  return (
    <ul className={styles.faults}>
      {faults.map((fault, index) => (
        <li key={index}>
          {fault.field && <code>{fault.field}</code>}{' '}
          {fault.code === 'package_warning' && <strong>{t('warning')}</strong>} {fault.message}
        </li>
      ))}
    </ul>
  );
}
