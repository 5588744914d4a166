package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One file of a program to be judged.
 *
 * @param name with folders where the program has packages; {@code main} for a source without a name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceFile(String name, String content) {}
