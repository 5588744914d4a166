/** Every page of a learner, by the name of its picture. */
export const learnerPages = {
  home: '/',
  exercises: '/exercises',
  exercise: '/exercises/sum-of-two',
  formulas: '/exercises/spread-of-scores',
  submissions: '/submissions',
  collections: '/collections',
  progress: '/progress',
  leaderboard: '/leaderboard',
  profile: '/profile',
  security: '/profile/security',
  tokens: '/profile/tokens',
  comments: '/comments',
  'forgotten-password': '/forgot-password',
  'reset-password': '/reset-password#token=none',
  'verify-email': '/verify-email#token=none',
  'sign-in': '/sign-in',
  register: '/register',
  'api-docs': '/api/docs',
  missing: '/nowhere',
};

/** Every page of an author and an administrator, likewise. */
export const staffPages = {
  author: '/author',
  drafts: '/author/drafts',
  topics: '/author/topics',
  'own-collections': '/author/collections',
  'new-collection': '/author/collections/new',
  matrix: '/author/results',
  users: '/admin/users',
  registration: '/admin/registration',
  judging: '/admin/judging',
  mails: '/admin/mails',
  audit: '/admin/audit',
};
