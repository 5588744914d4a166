package dev.touchstone.platform.security;

import dev.touchstone.platform.http.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an access token: the claim {@code scope} (RFC 9068), or none. Immutable.
 *
 * @param granted empty for a token without limits
 */
public record Scopes(Optional<Set<Scope>> granted) {
  private static final Scopes UNLIMITED = new Scopes(Optional.empty());

  /** Copies the set. */
  public Scopes {
    granted = granted.map(Set::copyOf);
  }

  /** The token of a person that signed in. */
  public static Scopes unlimited() {
    return UNLIMITED;
  }

  /** Only the given scopes. */
  public static Scopes of(Set<Scope> scopes) {
    return new Scopes(Optional.of(scopes));
  }

  /**
   * Reads a claim; null means unlimited, and names that this version does not know grant nothing.
   */
  public static Scopes ofClaim(@Nullable String claim) {
    if (claim == null) {
      return UNLIMITED;
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(claim.split(" ")).forEach(name -> Scope.of(name).ifPresent(scopes::add));
    return of(scopes);
  }

  /** The claim, empty for a token without limits. */
  public Optional<String> claim() {
    return granted.map(
        scopes -> scopes.stream().sorted().map(Scope::wireName).collect(Collectors.joining(" ")));
  }

  /** Whether the token is one of a program, or permits enrolment only. */
  public boolean isLimited() {
    return granted.isPresent();
  }

  /** The response to what a limited token does not permit. */
  public static ProblemException insufficient() {
    return ProblemException.of(
            403, "insufficient_scope", "The scopes of this token do not allow this.")
        .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
  }

  /**
   * Admits a request or ends it.
   *
   * @param path decoded and without query, such as {@code /api/v1/submissions}
   * @throws ProblemException 403 {@code insufficient_scope} or {@code
   *     second_factor_enrolment_required}
   */
  void require(String method, String path, long userId) {
    if (granted.isEmpty()) {
      return;
    }
    Set<Scope> scopes = granted.get();
    if (scopes.contains(Scope.SECOND_FACTOR_ENROLMENT)) {
      if (!ScopedPaths.enrols(method, path)) {
        throw ProblemException.of(
            403,
            "second_factor_enrolment_required",
            "Your role requires a second factor. Set it up first, then sign in again.");
      }
    } else if (!ScopedPaths.required(method, path, userId).map(scopes::contains).orElse(false)) {
      throw insufficient();
    }
  }
}
