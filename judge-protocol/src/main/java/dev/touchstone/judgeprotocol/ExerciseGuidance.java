package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What helps learners with an exercise: never to be sent to one before the rule allows it.
 *
 * @param isActive whether learners see the exercise
 * @param hints Markdown by language, in their order
 * @param editorial Markdown by language, empty for none
 * @param visible when learners see the editorial: {@code always}, {@code after_solved}, {@code
 *     after_attempts} or {@code never}
 * @param attempts after how many, for {@code after_attempts}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExerciseGuidance(
    long exerciseId,
    boolean isActive,
    @Nullable List<Map<String, String>> hints,
    @Nullable Map<String, String> editorial,
    @Nullable String visible,
    int attempts) {}
