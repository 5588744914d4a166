import { liesBelow } from './addresses';
import { useFetchedFile } from './fetched-file';
import { PdfView } from './pdf-view';

interface PictureProps {
  readonly address: string | undefined;
  readonly alt: string;
  /** Where the files of the text lie. */
  readonly base: string;
  /** Only signed-in authors may fetch these files. */
  readonly hidden: boolean;
}

/** A picture, which may be a PDF. Other sites are not asked for PDFs: a request would carry the user's token there. */
export function Picture({ address, alt, base, hidden }: PictureProps) {
  if (address === undefined) return <img alt={alt} />;
  const own = liesBelow(address, base);
  if (/\.pdf$/i.test(address)) {
    const name = alt === '' ? 'PDF' : alt;
    return own ? (
      <PdfView key={address} address={address} name={name} behindSession={hidden} />
    ) : (
      <a href={address}>{name}</a>
    );
  }
  return own && hidden ? (
    <FetchedPicture key={address} address={address} alt={alt} />
  ) : (
    <img src={address} alt={alt} />
  );
}

/** Browsers load pictures without a token. */
function FetchedPicture({ address, alt }: { readonly address: string; readonly alt: string }) {
  // An SVG is shown only under its own type, which the files of drafts come without.
  const svg = /\.svg$/i.test(address) ? 'image/svg+xml' : undefined;
  const { object } = useFetchedFile(address, svg);
  return <img src={object ?? undefined} alt={alt} />;
}
