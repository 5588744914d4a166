-- Hints and editorial of the current revision: {"hints": [{"en": …, "vi": …}], "editorial": {"en": …},
-- "visible": "after_solved", "attempts": 3}. Never sent to a learner by this service.
ALTER TABLE exercises ADD COLUMN guidance jsonb NOT NULL
  DEFAULT '{"hints": [], "editorial": {}, "visible": "after_solved", "attempts": 3}';
