package dev.touchstone.scores.judging;

/** One file of a learner's program. */
public record SourceFile(String name, String content) {}
