package dev.touchstone.scores.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a line, on the wire.
 *
 * @param userId who wrote it
 * @param byLearner whether the writer is who submitted
 */
public record Comment(
    long id,
    long submissionId,
    String file,
    int line,
    long userId,
    String username,
    boolean byLearner,
    String text,
    Instant createdAt,
    @Nullable Instant editedAt) {}
