import { useMessages } from '@/lib/i18n/messages';
import { Button } from '../button';
import { messages } from '../messages';
import { fileName } from './addresses';
import { useFetchedFile } from './fetched-file';
import styles from './markdown.module.css';

interface PdfViewProps {
  readonly address: string;
  readonly name: string;
  /** A link would not get the file: only the signed-in user may read it. */
  readonly behindSession: boolean;
}

/**
 * A PDF as a download, and in the browser's own viewer where it has one; those of phones often have none and would show
 * an empty frame. The service sends files of authors as downloads only, so the page reads it and shows it as an object of
 * its own.
 */
export function PdfView({ address, name, behindSession }: PdfViewProps) {
  const t = useMessages(messages);
  const hasViewer = navigator.pdfViewerEnabled;
  const { object, failed, retry } = useFetchedFile(
    hasViewer || behindSession ? address : null,
    'application/pdf',
  );
  const link = behindSession ? object : address;
  // Stands within a paragraph, which takes no blocks.
  return (
    <span className={styles.pdf}>
      {link && (
        <a href={link} download={fileName(address)}>
          {t('downloadPdf')}
        </a>
      )}
      {behindSession && !object && !failed && <span role="status">{t('loading')}</span>}
      {failed && (
        <span className={styles.failed} role="alert">
          {t('pdfFailed')}
          <Button size="small" icon="reset" onClick={retry}>
            {t('tryAgain')}
          </Button>
        </span>
      )}
      {hasViewer && object && <iframe title={name} src={object} />}
    </span>
  );
}
