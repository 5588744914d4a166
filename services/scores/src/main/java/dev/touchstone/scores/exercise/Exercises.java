package dev.touchstone.scores.exercise;

import dev.touchstone.judgeprotocol.ExerciseGuidance;
import dev.touchstone.judgeprotocol.ExerciseTerms;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.ServiceClient;

/** Asks the exercises service. Thread-safe. */
public final class Exercises {
  private final ServiceClient client;

  /** Asks through the given client. */
  public Exercises(ServiceClient client) {
    this.client = client;
  }

  /**
   * Describes an exercise, open or not.
   *
   * @throws ProblemException 404 {@code exercise_not_found}
   * @throws ServiceClient.Unavailable if the service does not respond
   */
  public ExerciseTerms find(long id) {
    return client
        .find("/internal/v1/exercises/" + id, ExerciseTerms.class)
        .orElseThrow(Exercises::notFound);
  }

  /**
   * Hints and editorial of an exercise, open or not.
   *
   * @throws ProblemException 404 {@code exercise_not_found}
   * @throws ServiceClient.Unavailable if the service does not respond
   */
  public ExerciseGuidance guidance(long id) {
    return client
        .find("/internal/v1/exercises/" + id + "/guidance", ExerciseGuidance.class)
        .orElseThrow(Exercises::notFound);
  }

  /**
   * Describes an exercise that learners may solve now.
   *
   * @throws ProblemException 404 {@code exercise_not_found}, also if it is not open
   * @throws ServiceClient.Unavailable if the service does not respond
   */
  public ExerciseTerms findOpen(long id) {
    ExerciseTerms exercise = find(id);
    if (!exercise.isActive()) {
      throw notFound();
    }
    return exercise;
  }

  /** For an exercise that does not exist, or that the caller may not see. */
  public static ProblemException notFound() {
    return ProblemException.notFound(
        "exercise_not_found", "This exercise does not exist, or it is not open.");
  }
}
