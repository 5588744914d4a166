package dev.touchstone.problempackage;

import dev.touchstone.problempackage.function.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the platform presents the exercise, from {@code touchstone.yaml}.
 *
 * @param slug the name in addresses; lower case letters, digits and dashes
 * @param category the exercise's topic in one word
 * @param difficulty {@code easy}, {@code medium} or {@code hard}
 * @param tags finer topics
 * @param points what a solved exercise is worth
 * @param languages ids of the languages allowed, empty for all
 * @param samples what learners see of sample tests
 * @param hidden what learners see of the other tests
 * @param starterCode the editor's first text, by language id
 * @param function what learners write, if not a whole program
 * @param guidance hints and editorial
 * @param dataFiles the files that a program uses instead of its standard streams
 */
public record Presentation(
    String slug,
    String category,
    String difficulty,
    List<String> tags,
    int points,
    List<String> languages,
    Feedback samples,
    Feedback hidden,
    Map<String, String> starterCode,
    Optional<Signature> function,
    Guidance guidance,
    DataFiles dataFiles) {
  public Presentation {
    tags = List.copyOf(tags);
    languages = List.copyOf(languages);
    starterCode = Map.copyOf(starterCode);
  }
}
