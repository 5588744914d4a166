package dev.touchstone.problempackage;

import java.nio.file.Path;

/**
 * One test: an input and the answer to it.
 *
 * @param name unique within the package, such as {@code sample/1} or {@code secret/group1/03}
 * @param group the folder it lies in, such as {@code secret/group1}
 * @param sample whether learners may see it
 * @param input what the program reads
 * @param answer what the validator compares with
 */
public record TestCase(String name, String group, boolean sample, Path input, Path answer) {}
