package dev.touchstone.scores.supervision;

import java.time.Instant;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A submission that no judge could judge, on the wire.
 *
 * @param tries how many judges tried
 * @param lastJudge the last of them
 * @param reason why it failed
 */
record FailureView(
    @ColumnName("id") long submissionId,
    long exerciseId,
    long userId,
    String username,
    String language,
    Instant submittedAt,
    @ColumnName("judged_at") Instant failedAt,
    int tries,
    @ColumnName("judge") @Nullable String lastJudge,
    @ColumnName("judging_error") @Nullable String reason) {}
