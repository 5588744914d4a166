package dev.touchstone.problempackage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An example that the statement shows and that is not a test.
 *
 * @param name below {@code data}, such as {@code sample/1}
 * @param input empty if there is none
 * @param output empty if there is none
 * @param interaction what to show instead of both
 */
public record StatementSample(
    String name, Optional<Path> input, Optional<Path> output, Optional<Path> interaction) {}
