import { expect, it } from 'vitest';
import { placeSamples } from './place-samples';

it('leaves samples that the statement does not mention for the end', () => {
  expect(placeSamples('Text.', 2)).toEqual({ pieces: [{ text: 'Text.' }], rest: [0, 1] });
});

it('puts the next sample and all that remain where the statement wants them', () => {
  expect(placeSamples('One: {{nextsample}}\n\nRest: {{remainingsamples}} end', 3)).toEqual({
    pieces: [
      { text: 'One: ' },
      { samples: [0] },
      { text: '\n\nRest: ' },
      { samples: [1, 2] },
      { text: ' end' },
    ],
    rest: [],
  });
});

it('shows nothing where there is no sample left', () => {
  expect(placeSamples('{{nextsample}}{{nextsample}}{{other}}', 1)).toEqual({
    pieces: [{ samples: [0] }, { text: '{{other}}' }],
    rest: [],
  });
});
