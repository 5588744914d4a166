import { useState, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react';
import { sendSignedIn } from '@/lib/api/client';
import { useMessages } from '@/lib/i18n/messages';
import { saveFile } from '@/lib/save-file';
import { messages } from '../messages';
import { fileName, liesBelow } from './addresses';
import styles from './markdown.module.css';

interface FileLinkProps {
  readonly address: string | undefined;
  /** Where the files of the text lie. */
  readonly base: string;
  /** Only signed-in authors may fetch these files. */
  readonly hidden: boolean;
  readonly children: ReactNode;
  /** Title, names for footnotes and the like. */
  readonly attributes: AnchorHTMLAttributes<HTMLAnchorElement>;
}

export function FileLink({ address, base, hidden, children, attributes }: FileLinkProps) {
  return address !== undefined && hidden && liesBelow(address, base) ? (
    <HiddenFileLink address={address} attributes={attributes}>
      {children}
    </HiddenFileLink>
  ) : (
    <a {...attributes} href={address}>
      {children}
    </a>
  );
}

interface HiddenFileLinkProps {
  readonly address: string;
  readonly children: ReactNode;
  readonly attributes: AnchorHTMLAttributes<HTMLAnchorElement>;
}

/** Browsers follow links without a token, so the page reads the file when it is asked for. */
function HiddenFileLink({ address, children, attributes }: HiddenFileLinkProps) {
  const t = useMessages(messages);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      const response = await sendSignedIn(address, {});
      saveFile(await response.blob(), fileName(address));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <>
      <a {...attributes} href={address} onClick={follow}>
        {children}
      </a>
      {failed && (
        <span className={styles.failed} role="alert">
          {t('fileFailed')}
        </span>
      )}
    </>
  );
}
