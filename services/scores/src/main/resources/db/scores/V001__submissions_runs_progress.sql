-- Ids of users and exercises are references into other services, hence no foreign keys.

-- A submission: at once the job in the queue and the record of its result.
CREATE TABLE scores (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id           bigint        NOT NULL,
  exercise_id       bigint        NOT NULL,
  exercise_revision integer       NOT NULL,
  -- What the exercise was worth when it was submitted or last rejudged.
  exercise_points   numeric(12,2) NOT NULL CHECK (exercise_points >= 0),
  attempt_number    integer       NOT NULL CHECK (attempt_number > 0),
  language          text          NOT NULL,
  -- {"files": [{"name", "content"}]}
  submission_data   json          NOT NULL,
  idempotency_key   text,
  submitted_at      timestamptz   NOT NULL,

  -- From here to judged_at: the same in runs.
  status            text          NOT NULL DEFAULT 'queued'
                      CHECK (status IN ('queued', 'judging', 'judged', 'judge_error')),
  queued_at         timestamptz   NOT NULL,
  -- Work of one flow (a learner; 0 for rejudging) is taken in turn with that of others: see the
  -- README, "Whose turn it is".
  flow              bigint        NOT NULL,
  place             bigint        NOT NULL,
  tries             integer       NOT NULL DEFAULT 0,
  -- Grows with every lease and whenever a lease ends; a report with an older one changes nothing.
  fencing_token     bigint        NOT NULL DEFAULT 0,
  judge             text,
  leased_until      timestamptz,
  -- Until then the judge that failed is passed over.
  elsewhere_until   timestamptz,
  -- Why judging failed last; for authors and administrators.
  judging_error     text,
  -- Numbers of events: the last one, the one that queued it last, the last change but for tests.
  event_number      bigint        NOT NULL DEFAULT 1,
  queued_event      bigint        NOT NULL DEFAULT 1,
  state_event       bigint        NOT NULL DEFAULT 1,
  compile_output    text,
  tests_total       integer,
  result_status     text CHECK (result_status IN ('JE', 'CE', 'TLE', 'MLE', 'OLE', 'RTE', 'WA', 'AC')),
  execution_time_ms bigint,
  memory_kib        bigint,
  feedback_message  text,
  judged_at         timestamptz,

  score_points      numeric(12,2),
  CONSTRAINT scores_attempts_unique UNIQUE (user_id, exercise_id, attempt_number),
  CHECK ((status = 'judging') = (leased_until IS NOT NULL)),
  CHECK (status NOT IN ('judged', 'judge_error') OR result_status IS NOT NULL)
);
CREATE UNIQUE INDEX scores_idempotency_unique ON scores (user_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX scores_queue ON scores (place, id) WHERE status = 'queued';
CREATE INDEX scores_queue_of_flow ON scores (flow, place) WHERE status = 'queued';
CREATE INDEX scores_served ON scores (place) WHERE status <> 'queued';
CREATE INDEX scores_leases ON scores (leased_until) WHERE status = 'judging';
CREATE INDEX scores_open ON scores (status, id) WHERE status <> 'judged';
CREATE INDEX scores_of_user ON scores (user_id, id);
CREATE INDEX scores_of_exercise ON scores (exercise_id, id);

CREATE TABLE score_tests (
  job_id       bigint  NOT NULL REFERENCES scores (id) ON DELETE CASCADE,
  test_index   integer NOT NULL CHECK (test_index > 0),
  event_number bigint  NOT NULL,
  result       jsonb   NOT NULL,
  PRIMARY KEY (job_id, test_index)
);

-- A try-out on samples or on an input of the learner's own; deleted after a while.
CREATE TABLE runs (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id           bigint      NOT NULL,
  exercise_id       bigint      NOT NULL,
  exercise_revision integer     NOT NULL,
  language          text        NOT NULL,
  -- {"files": [{"name", "content"}], "input"}
  submission_data   json        NOT NULL,
  submitted_at      timestamptz NOT NULL,

  status            text        NOT NULL DEFAULT 'queued'
                      CHECK (status IN ('queued', 'judging', 'judged', 'judge_error')),
  queued_at         timestamptz NOT NULL,
  flow              bigint      NOT NULL,
  place             bigint      NOT NULL,
  tries             integer     NOT NULL DEFAULT 0,
  fencing_token     bigint      NOT NULL DEFAULT 0,
  judge             text,
  leased_until      timestamptz,
  elsewhere_until   timestamptz,
  judging_error     text,
  event_number      bigint      NOT NULL DEFAULT 1,
  queued_event      bigint      NOT NULL DEFAULT 1,
  state_event       bigint      NOT NULL DEFAULT 1,
  compile_output    text,
  tests_total       integer,
  result_status     text CHECK (result_status IN ('JE', 'CE', 'TLE', 'MLE', 'OLE', 'RTE', 'WA', 'AC')),
  execution_time_ms bigint,
  memory_kib        bigint,
  feedback_message  text,
  judged_at         timestamptz,

  -- What the program did with the learner's input.
  output            jsonb,
  CHECK ((status = 'judging') = (leased_until IS NOT NULL)),
  CHECK (status NOT IN ('judged', 'judge_error') OR result_status IS NOT NULL)
);
CREATE INDEX runs_queue ON runs (place, id) WHERE status = 'queued';
CREATE INDEX runs_queue_of_flow ON runs (flow, place) WHERE status = 'queued';
CREATE INDEX runs_served ON runs (place) WHERE status <> 'queued';
CREATE INDEX runs_leases ON runs (leased_until) WHERE status = 'judging';
CREATE INDEX runs_by_age ON runs (submitted_at);

CREATE TABLE run_tests (
  job_id       bigint  NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  test_index   integer NOT NULL CHECK (test_index > 0),
  event_number bigint  NOT NULL,
  result       jsonb   NOT NULL,
  PRIMARY KEY (job_id, test_index)
);

-- Computed from scores, always as a whole, in the transaction that changes them.
CREATE TABLE user_exercises (
  user_id        bigint        NOT NULL,
  exercise_id    bigint        NOT NULL,
  first_attempt  timestamptz   NOT NULL,
  last_attempt   timestamptz   NOT NULL,
  total_attempts integer       NOT NULL,
  best_score     numeric(12,2),
  best_status    text,
  -- When the first attempt with the best score was submitted; null without points.
  improved_at    timestamptz,
  PRIMARY KEY (user_id, exercise_id)
);
CREATE INDEX user_exercises_of_exercise ON user_exercises (exercise_id);

-- Computed from user_exercises in the same transaction; the name is that of the last submission.
CREATE TABLE learners (
  user_id     bigint        PRIMARY KEY,
  username    text          NOT NULL,
  points      numeric(14,2) NOT NULL DEFAULT 0,
  solved      integer       NOT NULL DEFAULT 0,
  improved_at timestamptz,
  CHECK ((points > 0) = (improved_at IS NOT NULL))
);
CREATE INDEX learners_ranking ON learners (points DESC, improved_at, user_id) WHERE points > 0;
