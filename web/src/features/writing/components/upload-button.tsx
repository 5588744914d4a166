import { useRef } from 'react';
import { Button, type ButtonVariant } from '@/components/button';

interface UploadButtonProps {
  readonly children: string;
  readonly pending?: boolean;
  readonly multiple?: boolean;
  /** Endings or media types, as `accept` takes them. */
  readonly accept?: string;
  readonly size?: 'small';
  readonly variant?: ButtonVariant;
  /** Says more than the words on it, where several are alike. */
  readonly name?: string;
  readonly onChoose: (files: readonly File[]) => void;
}

/** A button that opens the browser's choice of files. */
export function UploadButton(properties: UploadButtonProps) {
  const {
    children,
    pending = false,
    multiple = false,
    accept,
    size,
    variant,
    name,
    onChoose,
  } = properties;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        icon="upload"
        pending={pending}
        {...(size && { size })}
        {...(variant && { variant })}
        {...(name && { 'aria-label': name })}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={name ?? children}
        multiple={multiple}
        accept={accept}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          // The same file can be chosen again, perhaps after it was corrected.
          target.value = '';
          if (chosen.length > 0) onChoose(chosen);
        }}
      />
    </>
  );
}
