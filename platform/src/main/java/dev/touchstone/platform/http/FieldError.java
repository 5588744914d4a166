package dev.touchstone.platform.http;

/**
 * One fault in a request or package.
 *
 * @param field the place, as a path such as {@code files[0].name}; empty for the whole
 * @param message what is wrong, for a person
 * @param code what is wrong, for a program; stable
 */
public record FieldError(String field, String message, String code) {}
