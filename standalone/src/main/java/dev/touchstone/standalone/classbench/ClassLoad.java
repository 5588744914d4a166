package dev.touchstone.standalone.classbench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a class does.
 *
 * @param gateway the public address of the platform
 * @param learners how many there are; the accounts exist
 * @param time for how long they begin something new
 * @param pause about how long a learner thinks between two exercises
 * @param programs right ones, one of which each learner takes at a time
 * @param isPatient whether learners try again where the platform answers 502, 503 or 504 or not at
 *     all, as it asks them to; without it that is an error
 */
public record ClassLoad(
    URI gateway,
    int learners,
    Duration time,
    Duration pause,
    List<Solution> programs,
    boolean isPatient) {
  /** Copies the list. */
  public ClassLoad {
    programs = List.copyOf(programs);
  }

  /**
   * A right program.
   *
   * @param exercise the slug
   * @param comment how a comment begins in this language, which makes each submission another one
   */
  public record Solution(String exercise, String language, String source, String comment) {
    /** The program with its own text, so that no verdict is known yet. */
    String source(String mark) {
      return source + "\n" + comment + " " + mark + "\n";
    }
  }

  /**
   * The learners' accounts.
   *
   * @param username by number, from 1
   * @param password of all of them
   */
  public record Account(IntFunction<String> username, String password) {}
}
