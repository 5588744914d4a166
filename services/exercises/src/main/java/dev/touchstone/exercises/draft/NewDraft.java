package dev.touchstone.exercises.draft;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft begins with: nothing but titles, or an exercise.
 *
 * @param titles by locale, for an empty one
 * @param exerciseId the exercise to edit or copy
 * @param copy whether publishing creates another exercise instead of a revision
 */
record NewDraft(
    @Nullable Map<String, @Nullable String> titles,
    @Nullable Long exerciseId,
    @Nullable Boolean copy) {}
