import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ResultsSheet } from './results-sheet';

/** Code, which may vanish as the statement of a phone does, and results with what raises them. */
function Page() {
  const [raised, setRaised] = useState(false);
  const [away, setAway] = useState(false);
  return (
    <>
      <textarea aria-label="Code" />
      {!away && (
        <button
          onClick={() => {
            setRaised(true);
            setAway(true);
          }}
        >
          Run this
        </button>
      )}
      <ResultsSheet raised={raised} onLower={() => setRaised(false)}>
        <button role="tab" aria-selected="true">
          Submission
        </button>
        <button onClick={() => setRaised(true)}>Submit</button>
        <dialog open>
          <button>Keep</button>
        </dialog>
      </ResultsSheet>
    </>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const sheet = () => screen.getByRole('region', { name: 'Results' });

async function raise(by = 'Submit'): Promise<void> {
  render(<Page />);
  expect(sheet()).not.toHaveAttribute('data-raised');
  await userEvent.click(button(by));
  expect(sheet()).toHaveAttribute('data-raised');
}

function expectLowered(): void {
  expect(sheet()).not.toHaveAttribute('data-raised');
  expect(screen.queryByRole('button', { name: 'Back to the code' })).toBeNull();
}

test('its button lowers it and returns the focus to what raised it', async () => {
  await raise();
  await userEvent.click(button('Back to the code'));
  expectLowered();
  expect(button('Submit')).toHaveFocus();
});

test('the focus goes to the selected tab if what raised it is gone', async () => {
  await raise('Run this');
  await userEvent.click(button('Back to the code'));
  expectLowered();
  expect(screen.getByRole('tab')).toHaveFocus();
});

test('Escape lowers it', async () => {
  await raise();
  await userEvent.keyboard('{Escape}');
  expectLowered();
});

test('Escape in a dialog is for the dialog', async () => {
  await raise();
  button('Keep').focus();
  await userEvent.keyboard('{Escape}');
  expect(sheet()).toHaveAttribute('data-raised');
});

test('it makes way for the code when that takes the focus', async () => {
  await raise();
  await userEvent.click(screen.getByRole('textbox', { name: 'Code' }));
  expectLowered();
});
