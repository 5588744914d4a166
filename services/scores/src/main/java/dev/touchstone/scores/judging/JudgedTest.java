package dev.touchstone.scores.judging;

import org.jspecify.annotations.Nullable;

/**
 * The result of one test as the judge reports it, stored and passed on as it is.
 *
 * @param index from 1
 * @param points what the test's group is worth in the package if this test completes it, else 0
 * @param timeMs CPU time in milliseconds
 * @param wallMs time on the clock in milliseconds
 * @param memoryKib the most memory in use at once, in KiB
 */
public record JudgedTest(
    int index,
    String name,
    @Nullable String group,
    boolean sample,
    Verdict verdict,
    @Nullable Double points,
    @Nullable Long timeMs,
    @Nullable Long wallMs,
    @Nullable Long memoryKib,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    @Nullable TestFeedback feedback) {}
