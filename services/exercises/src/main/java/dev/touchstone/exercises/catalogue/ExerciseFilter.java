package dev.touchstone.exercises.catalogue;

import java.util.Optional;

/**
 * Which exercises are listed, and how.
 *
 * @param search words that must all occur, empty for all
 * @param cursor where the previous page ended
 * @param limit the most exercises of a page
 * @param includeInactive whether those are listed that learners don't see
 * @param mine whether only those are listed that the reader is a member of
 */
record ExerciseFilter(
    String search,
    Optional<String> category,
    Optional<String> difficulty,
    Optional<String> tag,
    LocaleTag locale,
    Optional<String> cursor,
    int limit,
    boolean includeInactive,
    boolean mine) {}
