package dev.touchstone.judge.verdict;

import dev.touchstone.judgeprotocol.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run on the learner's own input.
 *
 * @param verdict how it ended; AC for an end on its own with exit code 0
 * @param stdout what it wrote, cut
 * @param stderr what it wrote to standard error, cut
 * @param exitCode null where it did not end on its own
 * @param signal the signal that ended it, null for none
 */
public record Run(
    Verdict verdict,
    String compileOutput,
    String stdout,
    String stderr,
    @Nullable Integer exitCode,
    @Nullable Integer signal,
    long timeMs,
    long wallMs,
    long memoryKib,
    boolean truncated) {}
