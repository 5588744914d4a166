import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { SearchBox } from './search-box';

const searched: string[] = [];

/** What a page does: the search is part of its address, and can be cleared there. */
function Page() {
  const [value, setValue] = useState('');
  return (
    <>
      <SearchBox
        label="Search"
        placeholder=""
        value={value}
        onChange={(text) => {
          searched.push(text);
          setValue(text);
        }}
      />
      <button type="button" onClick={() => setValue('')}>
        Clear
      </button>
    </>
  );
}

function type(text: string) {
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });
}

function pause() {
  act(() => {
    vi.advanceTimersByTime(1_000);
  });
}

beforeEach(() => {
  searched.length = 0;
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('searches when the typing pauses, and keeps the focus for what comes next', () => {
  render(<Page />);
  const box = screen.getByRole('searchbox');
  box.focus();
  type('s');
  type('su');
  pause();
  type('sum ');
  expect(box).toHaveFocus();
  expect(box).toHaveValue('sum ');
  pause();
  expect(searched).toEqual(['su', 'sum']);
  expect(box).toHaveValue('sum ');
});

test('follows a search that was cleared elsewhere', () => {
  render(<Page />);
  type('sum');
  pause();
  fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(screen.getByRole('searchbox')).toHaveValue('');
  pause();
  expect(searched).toEqual(['sum']);
});
