package dev.touchstone.usermanagement.apitoken;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.ApiToken;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Scope;
import dev.touchstone.platform.security.Scopes;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.session.SecondFactors;
import dev.touchstone.usermanagement.token.AccessTokens;
import dev.touchstone.usermanagement.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, lists, ends and exchanges tokens of programs. Thread-safe. */
public final class ApiTokenService {
  private static final Logger log = LoggerFactory.getLogger(ApiTokenService.class);

  /** More than anybody keeps track of. */
  private static final int MOST = 50;

  private final Jdbi jdbi;
  private final ApiTokenStore store;
  private final AuditLog audit;
  private final SecondFactors factors;
  private final AccessTokens accessTokens;
  private final Clock clock;

  /** Manages the tokens in the given database. */
  public ApiTokenService(
      Jdbi jdbi, SecondFactors factors, AccessTokens accessTokens, AuditLog audit, Clock clock) {
    this.jdbi = jdbi;
    this.store = new ApiTokenStore(jdbi);
    this.audit = audit;
    this.factors = factors;
    this.accessTokens = accessTokens;
    this.clock = clock;
  }

  /** A new token; its text is shown once. */
  record Made(ApiToken token, ApiTokenStore.Stored stored) {}

  /**
   * Makes a token.
   *
   * @throws ProblemException 409 {@code too_many_tokens}
   */
  Made create(Principal principal, NewApiToken.Accepted wanted) {
    Instant now = clock.instant();
    ApiToken token = ApiToken.create();
    ApiTokenStore.Stored stored =
        new ApiTokenStore.Stored(
            UUID.randomUUID(),
            wanted.name(),
            wanted.scopes().stream().map(Scope::wireName).toList(),
            now,
            now.plus(wanted.lifetime()),
            null);
    jdbi.useTransaction(handle -> {
      if (!ApiTokenStore.insert(handle, principal.userId(), token, stored, MOST)) {
        throw ProblemException.conflict(
            "too_many_tokens", "You have " + MOST + " tokens. Delete one that you no longer use.");
      }
      RevocationStore.requireAlive(handle, principal);
      audit.add(handle, event("api_token.created", principal, stored.id()));
    });
    log.info("User {} made the API token {}", principal.userId(), stored.id());
    return new Made(token, stored);
  }

  /** The valid tokens of the caller, the newest first. */
  List<ApiTokenStore.Stored> list(Principal principal) {
    return store.list(principal.userId(), clock.instant());
  }

  /**
   * Ends a token of the caller.
   *
   * @throws ProblemException 404 {@code api_token_not_found}
   */
  void delete(Principal principal, String id) {
    UUID session =
        list(principal).stream()
            .map(ApiTokenStore.Stored::id)
            .filter(own -> own.toString().equals(id))
            .findFirst()
            .orElseThrow(ApiTokenService::notFound);
    jdbi.useTransaction(handle -> {
      RevocationStore.end(handle, List.of(session), EndReason.API_TOKEN_DELETED, clock.instant());
      audit.add(handle, event("api_token.deleted", principal, session));
    });
    log.info("User {} deleted the API token {}", principal.userId(), session);
  }

  /**
   * Exchanges a token for an access token with its scopes and the present role of its owner.
   *
   * @throws ProblemException 404 {@code api_token_not_found} if it is unknown, has ended, or its
   *     owner may not act now
   */
  AccessTokens.Issued exchange(String presented) {
    ApiTokenStore.Presented token =
        ApiToken.of(presented)
            .flatMap(well -> store.use(well, clock.instant()))
            .filter(found -> !factors.mustEnrol(found.user()))
            .orElseThrow(ApiTokenService::notFound);
    User user = token.user();
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    token.scopes().forEach(name -> Scope.of(name).ifPresent(scopes::add));
    Principal principal =
        new Principal(
            user.id(),
            user.username(),
            user.role(),
            token.sessionId().toString(),
            Scopes.of(scopes));
    return accessTokens.issueUntil(principal, token.expiresAt());
  }

  private static AuditEvent event(String kind, Principal by, UUID token) {
    return AuditEvent.of(kind, "api_token:" + token).by(by);
  }

  private static ProblemException notFound() {
    return ProblemException.notFound(
        "api_token_not_found", "This token does not exist, has expired or was deleted.");
  }
}
