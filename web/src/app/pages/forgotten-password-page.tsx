import { Link } from '@tanstack/react-router';
import { Card, Page } from '@/components/page';
import { ForgottenPasswordForm } from '@/features/account/components/forgotten-password-form';
import formStyles from '@/features/account/components/form.module.css';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';

export default function ForgottenPasswordPage() {
  const t = useMessages(messages);
  return (
    <Page title={t('forgotten')} lead={t('forgottenLead')} narrow>
      <Card className={formStyles.card}>
        <ForgottenPasswordForm />
      </Card>
      <p className={formStyles.other}>
        <Link to="/sign-in">{t('backToSignIn')}</Link>
      </p>
    </Page>
  );
}
