package dev.touchstone.exercises.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a file of the package.
 *
 * @param sha256 its name in the object store
 * @param size in bytes
 * @param text the contents, if they are a small text or shown to learners
 */
public record StoredText(
    String sha256, long size, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {}
