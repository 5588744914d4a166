import { useEffect, useState } from 'react';
import styles from './markdown.module.css';

interface PdfViewProps {
  readonly address: string;
  readonly name: string;
  readonly download: string;
}

/**
 * A PDF in the browser's own viewer, and as a download. The service sends files of authors as downloads only, so the
 * page reads it and shows it as an object of its own.
 */
export function PdfView({ address, name, download }: PdfViewProps) {
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    let object: string | null = null;
    fetch(address, { signal: abort.signal })
      .then((response) => (response.ok ? response.blob() : Promise.reject(new Error(name))))
      .then((blob) => {
        object = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
        setShown(object);
      })
      .catch(() => undefined); // the download is left
    return () => {
      abort.abort();
      if (object) URL.revokeObjectURL(object);
    };
  }, [address, name]);
  return (
    <span className={styles.pdf}>
      {shown && <iframe title={name} src={shown} />}
      <a href={address} download={name}>
        {download}
      </a>
    </span>
  );
}
