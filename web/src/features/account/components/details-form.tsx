import type { SyntheticEvent } from 'react';
import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import type { User } from '@/lib/api/session';
import { isLocale, localeNames, locales, useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { timeZones } from '@/lib/i18n/time-zone';
import { useUpdateProfile } from '../api/account';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';

export function DetailsForm({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const update = useUpdateProfile();
  const faults = useFaults(update.error, ['display_name', 'locale', 'time_zone']);
  const zones = timeZones();
  const own = user.time_zone;

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = fieldText(form, 'locale');
    const zone = fieldText(form, 'time_zone');
    update.mutate({
      display_name: fieldText(form, 'display_name').trim(),
      locale: isLocale(chosen) ? chosen : locale,
      ...(zone && { time_zone: zone }),
    });
  };

  return (
    <Form error={update.error} faulty={faults.summary} onSubmit={submit}>
      {update.isSuccess && <Alert tone="good">{t('saved')}</Alert>}
      <TextField
        label={t('displayName')}
        hint={t('displayNameHint')}
        error={faults.of('display_name')}
        name="display_name"
        autoComplete="name"
        defaultValue={user.display_name}
        maxLength={80}
        required
      />
      <SelectField
        label={t('language')}
        error={faults.of('locale')}
        name="locale"
        key={locale}
        defaultValue={locale}
      >
        {locales.map((id) => (
          <option key={id} value={id} lang={id}>
            {localeNames[id]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        error={faults.of('time_zone')}
        name="time_zone"
        defaultValue={own ?? ''}
      >
        {own === null && <option value="">{t('timeZoneOfDevice')}</option>}
        {own !== null && !zones.includes(own) && <option value={own}>{own}</option>}
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <Button type="submit" variant="primary" pending={update.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}
