package dev.touchstone.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.security.ApiToken;
import java.time.Duration;

/**
 * Exchanges API tokens of programs for access tokens at user management, and keeps these until
 * shortly before they expire. The check of the access token that follows sees revocations.
 * Thread-safe; the first request with a token waits for user management.
 */
public final class ApiTokenExchange {
  private static final String PATH = "/internal/v1/token-exchange";
  private static final int MOST_KEPT = 10_000;

  /** A request may take this long on its way to a service that checks the token again. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  /** By the text of the API token. */
  private final Cache<String, Exchanged> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEPT)
          .expireAfter(Expiry.<String, Exchanged>creating((token, exchanged) -> exchanged.kept()))
          .build();

  private final ServiceClient userManagement;

  /** Exchanges at the given user management. */
  public ApiTokenExchange(ServiceClient userManagement) {
    this.userManagement = userManagement;
  }

  /** The response of user management. */
  record Exchanged(String accessToken, long expiresIn) {
    Duration kept() {
      Duration kept = Duration.ofSeconds(expiresIn).minus(MARGIN);
      return kept.isPositive() ? kept : Duration.ofSeconds(1);
    }

    @Override
    public String toString() {
      return "access token";
    }
  }

  private record Presented(String token) {
    @Override
    public String toString() {
      return "API token";
    }
  }

  /**
   * The access token for an API token.
   *
   * @throws ProblemException 401 {@code token_invalid}, 503 {@code unavailable}
   */
  String accessToken(String presented) {
    if (ApiToken.of(presented).isEmpty()) { // not worth a call
      throw invalid();
    }
    return kept.get(presented, this::exchange).accessToken();
  }

  private Exchanged exchange(String token) {
    try {
      return userManagement
          .ask(PATH, new Presented(token), Exchanged.class)
          .orElseThrow(ApiTokenExchange::unavailable);
    } catch (ServiceClient.Refused e) {
      throw e.status() == 404 ? invalid() : unavailable();
    } catch (ServiceClient.Unavailable e) {
      throw unavailable();
    }
  }

  private static ProblemException invalid() {
    return ProblemException.unauthenticated(
        "token_invalid", "The API token does not exist, has expired or was deleted.");
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable("Tokens cannot be checked right now. Try again soon.");
  }
}
