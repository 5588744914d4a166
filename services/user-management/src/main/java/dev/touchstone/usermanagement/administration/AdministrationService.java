package dev.touchstone.usermanagement.administration;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.Page;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platform.security.Scopes;
import dev.touchstone.usermanagement.audit.AuditEvent;
import dev.touchstone.usermanagement.audit.AuditLog;
import dev.touchstone.usermanagement.csv.CsvWriter;
import dev.touchstone.usermanagement.mail.Letter;
import dev.touchstone.usermanagement.mail.MailKind;
import dev.touchstone.usermanagement.mail.Outbox;
import dev.touchstone.usermanagement.password.PasswordHasher;
import dev.touchstone.usermanagement.password.PasswordRules;
import dev.touchstone.usermanagement.session.EndReason;
import dev.touchstone.usermanagement.session.RevocationStore;
import dev.touchstone.usermanagement.token.OpaqueToken;
import dev.touchstone.usermanagement.user.Locales;
import dev.touchstone.usermanagement.user.NewUser;
import dev.touchstone.usermanagement.user.User;
import dev.touchstone.usermanagement.user.UserFilter;
import dev.touchstone.usermanagement.user.UserStore;
import dev.touchstone.usermanagement.user.UserView;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What administrators do with the accounts of others. Thread-safe. */
public final class AdministrationService {
  private static final Logger log = LoggerFactory.getLogger(AdministrationService.class);

  private static final int MOST_EXPORTED = 100_000;

  private final Jdbi jdbi;
  private final UserStore users;
  private final RevocationStore revocations;
  private final PasswordHasher hasher;
  private final PasswordRules rules;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  /** Administers the accounts of the given store. */
  public AdministrationService(
      Jdbi jdbi,
      UserStore users,
      RevocationStore revocations,
      PasswordHasher hasher,
      PasswordRules rules,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.jdbi = jdbi;
    this.users = users;
    this.revocations = revocations;
    this.hasher = hasher;
    this.rules = rules;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A change to an account; fields that are empty or null change nothing.
   *
   * @param ifMatch the entity tag that the account must still have
   */
  record Change(AccountFields fields, Optional<Boolean> isActive, Optional<String> ifMatch) {}

  Page<UserView> list(UserFilter filter, Optional<String> cursor, int limit) {
    long after = cursor.map(AdministrationService::lastId).orElse(0L);
    List<User> found = users.list(filter, after, limit + 1);
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
   * Changes an account. If that changes its role or closes it, its sessions end at once, since
   * their tokens contain the old role.
   *
   * @throws ProblemException 403 {@code insufficient_scope}, 404 {@code user_not_found}, 409 {@code
   *     last_administrator} or {@code email_taken}, 412 {@code precondition_failed}
   */
  User change(Principal by, long id, Change change) {
    User changed =
        jdbi.inTransaction(handle -> {
          // One at a time: two administrators that demote each other must not both succeed.
          AdministratorLock.take(handle);
          User before = users.lock(handle, id).orElseThrow(AdministrationService::notFound);
          requireUnchanged(before, change.ifMatch());
          User after =
              apply(
                  handle, by, before, change.fields(), change.isActive().orElse(before.isActive()));
          requireAdministrator(handle);
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

  /** Changes a locked account within a transaction; the caller then requires an administrator. */
  User apply(Handle handle, Principal by, User before, AccountFields fields, boolean isActive) {
    requirePower(by, before.role(), fields.role());
    Instant now = clock.instant();
    String email = fields.email();
    boolean isNewAddress = email != null && !email.equals(before.email());
    if (email != null && isNewAddress) {
      if (users.findByVerifiedEmail(handle, email).isPresent()) {
        throw UserStore.emailTaken();
      }
      users.setEmail(handle, before.id(), email, now);
      if (before.emailVerified()) {
        outbox.add(handle, Letter.notice(MailKind.ADDRESS_CHANGED, before));
      }
    }
    users.updateProfile(handle, before.id(), fields.displayName(), fields.locale(), null, now);
    User after =
        users.updateStanding(
            handle,
            before.id(),
            Objects.requireNonNullElse(fields.role(), before.role()),
            isActive,
            now);
    endSessions(handle, before, after, now);
    audit.add(
        handle,
        AuditEvent.ofUser("user.changed", before.id())
            .by(by)
            .with("role", after.role().wireName())
            .with("active", Boolean.toString(after.isActive()))
            .with("new_address", Boolean.toString(isNewAddress)));
    return after;
  }

  /**
   * Creates an account. Its address is not confirmed.
   *
   * @param password empty for one that begins with a link for a new password
   * @throws ProblemException 400 {@code invalid_request}, 409 {@code username_taken} or {@code
   *     email_taken}
   */
  User create(Principal by, AccountFields fields, Optional<String> password) {
    requirePower(by, null, fields.role());
    String username = Objects.requireNonNull(fields.username());
    String email = Objects.requireNonNull(fields.email());
    password
        .flatMap(text -> rules.fault("password", text, List.of(username, email)))
        .ifPresent(fault -> {
          throw ProblemException.invalidRequest(List.of(fault));
        });
    String hash = hasher.hash(password.orElseGet(() -> OpaqueToken.create().reveal()));
    return jdbi.inTransaction(handle -> {
      if (users.findByVerifiedEmail(handle, email).isPresent()) {
        throw UserStore.emailTaken();
      }
      User user =
          users.insert(
              handle,
              new NewUser(
                  username,
                  email,
                  hash,
                  Objects.requireNonNullElse(fields.displayName(), username),
                  Objects.requireNonNullElse(fields.role(), Role.LEARNER),
                  Objects.requireNonNullElse(fields.locale(), Locales.DEFAULT),
                  clock.instant()));
      audit.add(
          handle,
          AuditEvent.ofUser("user.created", user.id()).by(by).with("role", user.role().wireName()));
      return user;
    });
  }

  /**
   * Deletes an account with all that user management keeps about it but the audit log, which names
   * it until its entries are old. Other services follow.
   *
   * @throws ProblemException 404 {@code user_not_found}, 409 {@code last_administrator}
   */
  public void delete(Principal by, long id) {
    jdbi.useTransaction(handle -> {
      AdministratorLock.take(handle);
      User user = users.lock(handle, id).orElseThrow(AdministrationService::notFound);
      requirePower(by, user.role(), null);
      Instant now = clock.instant();
      revocations.endAll(handle, id, "", EndReason.DEACTIVATED, now);
      users.delete(handle, user, now);
      requireAdministrator(handle);
      audit.add(handle, AuditEvent.ofUser("user.deleted", id).by(by));
    });
    log.info("User {} deleted user {}", by.userId(), id);
  }

  /** The accounts that match, as a table that can be imported again. */
  byte[] export(Principal by, UserFilter filter) {
    CsvWriter table = new CsvWriter();
    table.line(List.of("username", "email", "display_name", "role", "locale"));
    for (User user : users.list(filter, 0, MOST_EXPORTED)) {
      table.line(
          List.of(
              user.username(),
              user.email(),
              user.displayName(),
              user.role().wireName(),
              user.locale()));
    }
    audit.add(AuditEvent.of("users.exported", null).by(by));
    return table.bytes();
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

  /**
   * Keeps programs from administrators' accounts. Whoever finds a program's token could otherwise
   * make an administrator with a password of their own, or have the link for a new password of one
   * sent to an address of their own.
   *
   * @param before the role of the account; null for a new one
   * @param wanted the role that it is to have; null for the same
   * @throws ProblemException 403 {@code insufficient_scope}
   */
  static void requirePower(Principal by, @Nullable Role before, @Nullable Role wanted) {
    if (by.scopes().isLimited() && (before == Role.ADMIN || wanted == Role.ADMIN)) {
      throw Scopes.insufficient();
    }
  }

  /** Ends the transaction of the caller if nobody could administer any more. */
  void requireAdministrator(Handle handle) {
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
