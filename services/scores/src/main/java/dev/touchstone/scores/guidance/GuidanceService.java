package dev.touchstone.scores.guidance;

import static java.util.Objects.requireNonNullElse;

import dev.touchstone.judgeprotocol.ExerciseGuidance;
import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.exercise.Exercises;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Shows hints one by one, and editorials when their rule allows it. Members of an exercise see
 * everything. The texts stay in the exercises service: what is not shown never leaves this one.
 * Thread-safe.
 */
public final class GuidanceService {
  private static final String NEVER = "never";

  private final GuidanceStore store;
  private final Exercises exercises;
  private final Access access;
  private final Clock clock;

  public GuidanceService(Jdbi jdbi, Exercises exercises, Access access, Clock clock) {
    this.store = new GuidanceStore(jdbi);
    this.exercises = exercises;
    this.access = access;
    this.clock = clock;
  }

  /**
   * What the caller may see.
   *
   * @param locale the language asked for
   * @throws ProblemException 404 {@code exercise_not_found}
   */
  GuidanceView of(Principal by, long exerciseId, String locale) {
    ExerciseGuidance guidance = exercises.guidance(exerciseId);
    boolean member = access.allows(by, exerciseId, MemberRole.VIEWER);
    requireOpen(guidance, member);
    return view(guidance, store.standing(by.userId(), exerciseId), member, locale);
  }

  /**
   * Shows the next hint, or one that the caller has seen before.
   *
   * @param number from one
   * @throws ProblemException 404 {@code exercise_not_found} or {@code hint_not_found}, 409 {@code
   *     hint_out_of_order}
   */
  GuidanceView reveal(Principal by, long exerciseId, int number, String locale) {
    ExerciseGuidance guidance = exercises.guidance(exerciseId);
    boolean member = access.allows(by, exerciseId, MemberRole.VIEWER);
    requireOpen(guidance, member);
    if (number < 1 || number > hints(guidance).size()) {
      throw ProblemException.notFound("hint_not_found", "The exercise has no such hint.");
    }
    Standing standing = store.standing(by.userId(), exerciseId);
    if (!member && number > standing.hints() + 1) {
      throw ProblemException.conflict(
          "hint_out_of_order", "Look at the hints in their order, one after the other.");
    }
    store.reveal(by.userId(), exerciseId, number, clock.instant());
    return view(guidance, store.standing(by.userId(), exerciseId), member, locale);
  }

  private static void requireOpen(ExerciseGuidance guidance, boolean member) {
    if (!guidance.isActive() && !member) {
      throw Exercises.notFound();
    }
  }

  private static GuidanceView view(
      ExerciseGuidance guidance, Standing standing, boolean member, String locale) {
    List<Map<String, String>> hints = hints(guidance);
    return new GuidanceView(
        hints.size(),
        hints.stream()
            .limit(member ? hints.size() : standing.hints())
            .map(hint -> text(hint, locale))
            .toList(),
        editorial(guidance, standing, member, locale));
  }

  private static GuidanceView.@Nullable Editorial editorial(
      ExerciseGuidance guidance, Standing standing, boolean member, String locale) {
    Map<String, String> texts = requireNonNullElse(guidance.editorial(), Map.of());
    String visible = requireNonNullElse(guidance.visible(), NEVER);
    if (texts.isEmpty() || (visible.equals(NEVER) && !member)) {
      return null;
    }
    boolean counts = visible.equals("after_attempts");
    int left = Math.max(0, guidance.attempts() - standing.attempts());
    boolean open =
        member
            || switch (visible) {
              case "always" -> true;
              case "after_solved" -> standing.solved();
              case "after_attempts" -> standing.solved() || left == 0;
              default -> false; // of a newer version: rather too late than too early
            };
    return new GuidanceView.Editorial(
        visible, counts && !open ? left : null, open ? text(texts, locale) : null);
  }

  private static List<Map<String, String>> hints(ExerciseGuidance guidance) {
    return requireNonNullElse(guidance.hints(), List.of());
  }

  /** In the language asked for, or else a close one, English, or any. */
  private static String text(Map<String, String> texts, String locale) {
    return Stream.concat(
            Stream.of(locale, locale.split("-", 2)[0], "en"), texts.keySet().stream().sorted())
        .map(texts::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
