package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One file of a revision.
 *
 * @param path relative to the package, with slashes
 * @param sha256 the name of its contents in the object store
 * @param size in bytes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListedFile(String path, String sha256, long size) {}
