package dev.touchstone.usermanagement.personal;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.passkey.PasskeyStore;
import dev.touchstone.usermanagement.user.UserStore;
import dev.touchstone.usermanagement.user.UserView;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What user management keeps about a person. Thread-safe. */
public final class PersonalData {
  private static final int MOST_EVENTS = 10_000;

  private final Jdbi jdbi;
  private final UserStore users;
  private final PasskeyStore passkeys;
  private final AuditLog audit;

  /** Reads from the given database. */
  public PersonalData(Jdbi jdbi, UserStore users, PasskeyStore passkeys, AuditLog audit) {
    this.jdbi = jdbi;
    this.users = users;
    this.passkeys = passkeys;
    this.audit = audit;
  }

  /** A sign-in that is still stored. */
  record SignIn(
      Instant createdAt,
      @Nullable Instant endedAt,
      @Nullable String userAgent,
      @Nullable String network) {}

  /** An entry of the audit log that the person caused or is the object of. */
  record Event(Instant at, String kind, @Nullable String target, @Nullable String network) {}

  /** All of it. */
  record Copy(
      UserView account,
      List<SignIn> sessions,
      List<PasskeyStore.Listed> passkeys,
      List<Event> events) {}

  Copy copy(Principal principal) {
    UserView account =
        users
            .find(principal.userId())
            .map(UserView::of)
            .orElseThrow(ProblemException::unauthenticated);
    audit.add(AuditEvent.ofUser("account.data_exported", principal.userId()).by(principal));
    return new Copy(
        account, sessions(principal), passkeys.list(principal.userId()), events(principal));
  }

  private List<SignIn> sessions(Principal principal) {
    String sql =
        """
        SELECT created_at, ended_at, user_agent, network FROM sessions
        WHERE user_id = :user ORDER BY created_at
        """;
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("user", principal.userId()).mapTo(SignIn.class).list());
  }

  private List<Event> events(Principal principal) {
    String sql =
        """
        SELECT at, kind, target, network FROM audit_log
        WHERE actor_id = :user OR target = :target ORDER BY id DESC LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("user", principal.userId())
            .bind("target", "user:" + principal.userId())
            .bind("limit", MOST_EVENTS)
            .mapTo(Event.class)
            .list());
  }
}
