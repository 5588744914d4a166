package dev.touchstone.scores.comment;

import org.jdbi.v3.core.mapper.Nested;

/** A comment that somebody is to read, on the wire. */
record Notice(long exerciseId, boolean isRead, @Nested Comment comment) {}
