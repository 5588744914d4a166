package dev.touchstone.exercises.exercise;

/**
 * Title and statement in one language.
 *
 * @param description the statement in Markdown, empty if there is none in this language
 */
public record Translation(String title, String description) {}
