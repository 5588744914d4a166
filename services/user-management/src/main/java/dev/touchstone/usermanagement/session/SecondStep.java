package dev.touchstone.usermanagement.session;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.usermanagement.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The second step of a sign-in: the first one answers with a challenge, which the second one
 * presents with a code. Thread-safe.
 */
final class SecondStep {
  private final ChallengeStore challenges;
  private final SecondFactors factors;
  private final Clock clock;

  SecondStep(Jdbi jdbi, SecondFactors factors, Clock clock) {
    this.challenges = new ChallengeStore(jdbi);
    this.factors = factors;
    this.clock = clock;
  }

  /**
   * Ends the first step.
   *
   * @throws ProblemException 401 {@code second_factor_required} if the account has a second factor
   */
  void requireFrom(User user) {
    List<String> methods = factors.methods(user);
    if (methods.isEmpty()) {
      return;
    }
    RefreshToken challenge = RefreshToken.create();
    challenges.insert(challenge, user.id(), clock.instant());
    throw ProblemException.unauthenticated(
            "second_factor_required",
            "The password is correct. Confirm the sign-in with your second factor.")
        .withMember("challenge", challenge.value().reveal())
        .withMember("expires_in", ChallengeStore.LIFETIME.toSeconds())
        .withMember("methods", methods);
  }

  /**
   * Accepts the second step and uses the challenge up.
   *
   * @return the account
   * @throws ProblemException 401 {@code challenge_invalid}, 403 {@code second_factor_invalid}, 429
   *     {@code rate_limited}
   */
  long accept(RefreshToken challenge, String code) {
    long userId = challenges.userOf(challenge, clock.instant()).orElseThrow(SecondStep::invalid);
    factors.prove(userId, code);
    if (!challenges.delete(challenge)) {
      throw invalid();
    }
    return userId;
  }

  int deleteExpired(Instant now) {
    return challenges.deleteExpired(now);
  }

  private static ProblemException invalid() {
    return ProblemException.unauthenticated(
        "challenge_invalid", "This sign-in took too long. Enter your password again.");
  }
}
