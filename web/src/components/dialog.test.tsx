import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ConfirmDialog } from './dialog';

/** A page with a dialog that may remove what opened it. */
function Page() {
  const [asking, setAsking] = useState(false);
  const [removed, setRemoved] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>Page</h1>
      {!removed && <button onClick={() => setAsking(true)}>Open</button>}
      {asking && (
        <ConfirmDialog
          title="Sure?"
          question="It will be gone."
          confirm="Remove"
          cancel="Keep"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            setRemoved(true);
          }}
        />
      )}
    </>
  );
}

async function open() {
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
}

test('a closed dialog returns the focus to what opened it', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
});

test('if that is gone, the heading takes the focus', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  expect(screen.getByRole('heading', { name: 'Page' })).toHaveFocus();
});
