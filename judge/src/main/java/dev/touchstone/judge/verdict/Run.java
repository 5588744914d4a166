package dev.touchstone.judge.verdict;

/**
 * What a program did with the learner's own input.
 *
 * @param verdict how it ended; AC for an end by itself with exit code 0
 * @param stdout what it wrote, cut
 * @param stderr what it wrote to standard error, cut
 */
public record Run(
    Verdict verdict,
    String compileOutput,
    String stdout,
    String stderr,
    int exitCode,
    int signal,
    long timeMs,
    long wallMs,
    long memoryKib,
    boolean truncated) {}
