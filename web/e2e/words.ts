import { account } from './words/account';
import { administration } from './words/administration';
import { authoring } from './words/authoring';
import { pages } from './words/pages';
import { results } from './words/results';
import { solving } from './words/solving';

/** What a user reads and looks for, as the interface should say it: written down here once more on purpose. */
const en = {
  ...pages.en,
  ...account.en,
  ...solving.en,
  ...results.en,
  ...authoring.en,
  ...administration.en,
};

export type Words = typeof en;

const vi: Words = {
  ...pages.vi,
  ...account.vi,
  ...solving.vi,
  ...results.vi,
  ...authoring.vi,
  ...administration.vi,
};

export const words = { en, vi };
