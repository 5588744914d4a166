import { useState, type SyntheticEvent } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { TextField } from '@/components/field';
import { Figures } from '@/components/figures';
import { Form } from '@/components/form';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useImport, type ImportReport } from '../api/users';
import { messages } from '../messages';
import { ImportLines } from './import-lines';
import styles from './import-dialog.module.css';

/** Imports accounts from a table: first a report of what would happen, then the import. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(messages);
  const check = useImport();
  const carryOut = useImport();
  const [file, setFile] = useState<File | null>(null);
  const [invite, setInvite] = useState(false);
  /** Another object for each attempt, so that each takes the focus to the field. */
  const [missing, setMissing] = useState<object | null>(null);
  const report = carryOut.data ?? check.data;

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (check.isPending) return;
    setMissing(file ? null : {});
    if (file) check.mutate({ table: file, dryRun: true, invite });
  };
  const proceed = () => {
    if (!file) return;
    carryOut.mutate(
      { table: file, dryRun: false, invite },
      { onSuccess: ({ created, updated }) => announce(t('imported', { created, updated })) },
    );
  };

  return (
    <Dialog title={t('importTitle')} onClose={onClose} wide>
      {!report && (
        <Form
          noValidate
          error={check.error ?? missing}
          faulty={missing ? t('chooseFile') : undefined}
          onSubmit={submit}
        >
          <p>{t('importText')}</p>
          <TextField
            label={t('table')}
            error={missing ? t('chooseFile') : undefined}
            type="file"
            accept=".csv,text/csv"
            required
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              check.reset();
            }}
          />
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={invite}
              onChange={({ target }) => {
                setInvite(target.checked);
              }}
            />
            {t('invite')}
          </label>
          <DialogActions>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" variant="primary" pending={check.isPending}>
              {t('check')}
            </Button>
          </DialogActions>
        </Form>
      )}
      {report && <Report report={report} />}
      {carryOut.error && <ProblemAlert error={carryOut.error} withFaults />}
      {report && (
        <DialogActions>
          <Button onClick={onClose}>{t(carryOut.data ? 'done' : 'cancel')}</Button>
          {!carryOut.data && report.created + report.updated > 0 && (
            <Button variant="primary" pending={carryOut.isPending} onClick={proceed}>
              {t('carryOut', { count: report.created + report.updated })}
            </Button>
          )}
        </DialogActions>
      )}
    </Dialog>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { dry_run, created, updated, unchanged, faults, lines } = report;
  return (
    <>
      {!dry_run && <Alert tone="good">{t('imported', { created, updated })}</Alert>}
      {dry_run && created + updated === 0 && <Alert tone="info">{t('nothing')}</Alert>}
      <Figures
        figures={[
          [t('wouldCreate'), created.toLocaleString(locale)],
          [t('wouldUpdate'), updated.toLocaleString(locale)],
          [t('wouldKeep'), unchanged.toLocaleString(locale)],
          [t('faults'), faults.toLocaleString(locale)],
        ]}
      />
      {faults > 0 && <Alert tone="warn">{t('faultsLeftOut')}</Alert>}
      <ImportLines lines={lines} />
    </>
  );
}
