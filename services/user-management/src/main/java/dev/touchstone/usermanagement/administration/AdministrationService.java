package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserStore;
import dev.touchstone.usermanagement.user.UserView;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What administrators do with the accounts of others. Thread-safe. */
public final class AdministrationService {
  private static final Logger log = LoggerFactory.getLogger(AdministrationService.class);

  private final Jdbi jdbi;
  private final UserStore users;
  private final RevocationStore revocations;
  private final Clock clock;

  /** Administers the accounts of the given store. */
  public AdministrationService(
      Jdbi jdbi, UserStore users, RevocationStore revocations, Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.revocations = revocations;
    this.clock = clock;
  }

  /**
   * A change to an account; empty fields change nothing.
   *
   * @param ifMatch the entity tag that the account must still have
   */
  record Change(Optional<Role> role, Optional<Boolean> isActive, Optional<String> ifMatch) {}

  Page<UserView> list(String search, Optional<String> cursor, int limit) {
    long after = cursor.map(AdministrationService::lastId).orElse(0L);
    List<User> found = users.list(search, after, limit + 1);
    boolean more = found.size() > limit;
    List<User> shown = more ? found.subList(0, limit) : found;
    return new Page<>(
        shown.stream().map(UserView::of).toList(),
        more ? Cursor.of(Long.toString(shown.getLast().id())) : null);
  }

  User find(long id) {
    return users.find(id).orElseThrow(AdministrationService::notFound);
  }

  /**
   * Changes a role, or closes or reopens an account. Its sessions end at once, since their tokens
   * contain the old role.
   *
   * @throws ProblemException 404 {@code user_not_found}, 409 {@code last_administrator}, 412 {@code
   *     precondition_failed}
   */
  User change(Principal by, long id, Change change) {
    Instant now = clock.instant();
    User changed =
        jdbi.inTransaction(handle -> {
          // One at a time: two administrators that demote each other must not both succeed.
          AdministratorLock.take(handle);
          User before = users.lock(handle, id).orElseThrow(AdministrationService::notFound);
          requireUnchanged(before, change.ifMatch());
          User after =
              users.updateStanding(
                  handle,
                  id,
                  change.role().orElse(before.role()),
                  change.isActive().orElse(before.isActive()),
                  now);
          requireAdministrator(handle);
          endSessions(handle, before, after, now);
          return after;
        });
    log.info(
        "User {} set user {} to role {}, active {}",
        by.userId(),
        id,
        changed.role().wireName(),
        changed.isActive());
    return changed;
  }

  private static void requireUnchanged(User user, Optional<String> ifMatch) {
    boolean matches =
        ifMatch
            .map(tags ->
                Arrays.stream(tags.split(","))
                    .map(String::strip)
                    .anyMatch(tag -> tag.equals("*") || tag.equals(user.entityTag())))
            .orElse(true);
    if (!matches) {
      throw ProblemException.preconditionFailed();
    }
  }

  private static void requireAdministrator(Handle handle) {
    if (!AdministratorLock.anyAdministrator(handle)) {
      throw ProblemException.conflict(
          "last_administrator",
          "This is the last administrator. Make someone else an administrator first.");
    }
  }

  private void endSessions(Handle handle, User before, User after, Instant now) {
    if (!after.isActive()) {
      revocations.endAll(handle, after.id(), "", EndReason.DEACTIVATED, now);
    } else if (before.role() != after.role()) {
      revocations.endAll(handle, after.id(), "", EndReason.ROLE_CHANGED, now);
    }
  }

  private static long lastId(String cursor) {
    try {
      return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw Cursor.invalid();
    }
  }

  static ProblemException notFound() {
    return ProblemException.notFound("user_not_found", "This user does not exist.");
  }
}
