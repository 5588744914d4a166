package dev.touchstone.exercises.exercise;

/**
 * One file of a revision.
 *
 * @param path relative to the package, with slashes
 * @param sha256 the name of its contents in the object store
 * @param size in bytes
 */
public record RevisionFile(String path, String sha256, long size) {}
