package dev.touchstone.scores.draft;

/** Which draft. */
record DraftKey(long userId, long exerciseId, String language) {}
