import { buttonClass } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import { providerAddress, useProvider } from '../api/provider';
import { messages } from '../messages';
import styles from './form.module.css';

/** A link to the sign-in of the school's own provider, where there is one. */
export function ProviderSignIn({ next }: { readonly next: string | undefined }) {
  const t = useMessages(messages);
  const provider = useProvider();
  if (provider === undefined) return null;
  return (
    <p className={styles.other}>
      <a className={buttonClass()} href={providerAddress(next)}>
        {t('signInWith', { provider })}
      </a>
    </p>
  );
}
