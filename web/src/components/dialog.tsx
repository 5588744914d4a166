import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from './button';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** For what needs room, such as two texts beside each other. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * A modal dialog. The browser's own element keeps the focus inside and closes on Escape. The focus returns to what opened
 * the dialog, or to the page's heading if that is gone.
 */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // A layout effect: it ends while the element is still in the page, as closing and returning the focus need.
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = focused();
    element?.showModal();
    return () => {
      element?.close();
      opener?.focus();
      // What opened it may be removed together with the dialog.
      queueMicrotask(() => {
        if (focused() === null) document.querySelector<HTMLElement>('h1')?.focus();
      });
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

/** What has the focus, also inside of the editor's shadow root; null if nothing has. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}

/** The buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

interface ConfirmDialogProps {
  readonly title: string;
  readonly question: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly pending?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function ConfirmDialog(properties: ConfirmDialogProps) {
  return (
    <Dialog title={properties.title} onClose={properties.onCancel}>
      <p>{properties.question}</p>
      <DialogActions>
        <Button onClick={properties.onCancel}>{properties.cancel}</Button>
        <Button
          variant="danger"
          pending={properties.pending ?? false}
          onClick={properties.onConfirm}
        >
          {properties.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
