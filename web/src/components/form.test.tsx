import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ApiProblem } from '@/lib/api/problem';
import { TextField } from './field';
import { Form } from './form';

const refused = () =>
  new ApiProblem({ status: 401, code: 'credentials_invalid', faults: [] }, undefined);

function form(error: unknown, fault?: string) {
  return (
    <Form error={error} faulty={fault && 'Correct the field.'}>
      <TextField label="First" required />
      <TextField label="Second" error={fault} required />
    </Form>
  );
}

test('the region that speaks of errors is there before the first one', () => {
  render(form(null));
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  expect(document.body).toHaveFocus();
});

test('the first faulty field takes the focus and is described by its fault', () => {
  const { rerender } = render(form(null));
  rerender(form(refused(), 'Too short.'));
  const field = screen.getByRole('textbox', { name: 'Second' });
  expect(field).toHaveFocus();
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('Too short.');
  expect(screen.getByRole('alert')).toHaveTextContent('Correct the field.');
});

test('an error of the whole form takes the focus itself, again for each attempt', async () => {
  const { rerender } = render(form(null));
  rerender(form(refused()));
  const alert = screen.getByRole('alert');
  expect(alert).toHaveFocus();
  expect(alert).toHaveTextContent('is wrong');
  screen.getByRole('textbox', { name: 'First' }).focus();
  rerender(form(refused()));
  await waitFor(() => expect(alert).toHaveFocus());
});

test('a render for another reason leaves the focus where it is', () => {
  const error = refused();
  const { rerender } = render(form(error));
  screen.getByRole('textbox', { name: 'First' }).focus();
  rerender(form(error));
  expect(screen.getByRole('textbox', { name: 'First' })).toHaveFocus();
});
