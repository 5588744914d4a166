package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a draft that have fields of their own. In a change, null leaves a part as it is, and
 * a null in a map removes an entry.
 *
 * @param titles by locale
 * @param statements in Markdown, by locale
 * @param scoring whether parts of the points can be earned
 * @param checker the flags of the standard checker
 * @param groups by folder below {@code data}
 * @param starterCode by programming language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftSettings(
    @Nullable String slug,
    @Nullable Map<String, @Nullable String> titles,
    @Nullable Map<String, @Nullable String> statements,
    @Nullable String category,
    @Nullable String difficultyLevel,
    @Nullable List<String> tags,
    @Nullable Integer points,
    @Nullable List<String> languages,
    @Nullable DraftLimits limits,
    @Nullable DraftFeedback feedback,
    @Nullable Boolean scoring,
    @Nullable List<String> checker,
    @Nullable Map<String, @Nullable DraftGroup> groups,
    @Nullable Map<String, @Nullable String> starterCode) {}
