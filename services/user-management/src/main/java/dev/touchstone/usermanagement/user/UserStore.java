package dev.touchstone.usermanagement.user;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** Accounts in the table {@code users}. Thread-safe. */
public final class UserStore {
  /** The columns of a {@link User} in the table {@code users} with the alias {@code u}. */
  public static final String COLUMNS =
      "u.id, u.username, u.email, u.display_name, u.role, u.locale, u.is_active, u.created_at,"
          + " u.updated_at, u.email_verified_at IS NOT NULL AS email_verified, u.pending_email,"
          + " u.time_zone,"
          + " u.verification_required AND u.email_verified_at IS NULL AS must_verify";

  private final Jdbi jdbi;

  public UserStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Adds an account within a transaction of the caller. Its address is not confirmed.
   *
   * @throws ProblemException 409 {@code username_taken}
   */
  public User insert(Handle handle, NewUser user) {
    String sql =
        """
        INSERT INTO users AS u
          (username, email, password_hash, display_name, role, locale, created_at, updated_at)
        VALUES (:username, :email, :hash, :displayName, :role, :locale, :now, :now)
        RETURNING
        """
            + COLUMNS;
    try {
      return handle
          .createQuery(sql)
          .bind("username", user.username())
          .bind("email", user.email())
          .bind("hash", user.passwordHash())
          .bind("displayName", user.displayName())
          .bind("role", user.role().wireName())
          .bind("locale", user.locale())
          .bind("now", user.createdAt())
          .mapTo(User.class)
          .one();
    } catch (UnableToExecuteStatementException e) {
      throw taken(e);
    }
  }

  /** Whether a name is in use, in any spelling. */
  public boolean hasUsername(String username) {
    return exists("lower(username) = lower(:value)", username);
  }

  /**
   * Finds an account by the name or email address of a sign-in; names never contain {@code @}. Of
   * several accounts that name an address, it is that of the one who has confirmed it, else the
   * oldest.
   */
  public Optional<Credentials> findByLogin(String login) {
    return jdbi.withHandle(handle -> findByLogin(handle, login));
  }

  /** Finds an account as {@link #findByLogin(String)} does and locks it. */
  public Optional<User> lockByLogin(Handle handle, String login) {
    return findByLogin(handle, login).flatMap(found -> lock(handle, found.user().id()));
  }

  private static Optional<Credentials> findByLogin(Handle handle, String login) {
    String email = EmailAddress.normalise(login);
    if (EmailAddress.isValid(email)) {
      return findCredentials(
          handle, "email = :value ORDER BY email_verified_at IS NULL, id LIMIT 1", email);
    }
    // No account has a malformed name, which may contain characters that PostgreSQL refuses.
    String username = Username.normalise(login);
    return Username.isValid(username)
        ? findCredentials(handle, "lower(username) = lower(:value)", username)
        : Optional.empty();
  }

  /** Finds the account whose owner has confirmed an address. */
  public Optional<User> findByVerifiedEmail(Handle handle, String email) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM users u WHERE email = :email AND email_verified_at IS NOT NULL")
        .bind("email", email)
        .mapTo(User.class)
        .findOne();
  }

  /** Sets the address that is to replace the present one, or none. */
  public void setPendingEmail(Handle handle, long id, @Nullable String email, Instant now) {
    handle
        .createUpdate("UPDATE users SET pending_email = :email, updated_at = :now WHERE id = :id")
        .bind("email", email)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /**
   * Makes an address the account's confirmed one.
   *
   * @return false if another account has confirmed it
   */
  public boolean confirmEmail(Handle handle, long id, String email, Instant now) {
    String sql =
        """
        UPDATE users SET email = :email, email_verified_at = :now, pending_email = NULL,
          updated_at = :now
        WHERE id = :id AND NOT EXISTS (
          SELECT FROM users o
          WHERE o.email = :email AND o.email_verified_at IS NOT NULL AND o.id <> :id)
        """;
    try {
      return handle.createUpdate(sql).bind("email", email).bind("now", now).bind("id", id).execute()
          == 1;
    } catch (UnableToExecuteStatementException e) { // at the same moment
      throw taken(e);
    }
  }

  /** Keeps an account from being used before its address is confirmed. */
  public void requireVerification(Handle handle, long id) {
    handle.execute("UPDATE users SET verification_required = true WHERE id = ?", id);
  }

  /**
   * Sets a password, given its hash, and ends what somebody may have begun with the former one: a
   * change of address, whose link would give the account away later, other links for a password,
   * and sign-ins that wait for the second factor.
   */
  public void setPassword(Handle handle, long id, String hash, Instant now) {
    String sql =
        """
        UPDATE users SET password_hash = :hash, pending_email = NULL, updated_at = :now
        WHERE id = :id
        """;
    handle.createUpdate(sql).bind("hash", hash).bind("now", now).bind("id", id).execute();
    endLinks(handle, id);
    handle.execute("DELETE FROM login_challenges WHERE user_id = ?", id);
  }

  /** Finds an account by its id. */
  public Optional<User> find(long id) {
    return jdbi.withHandle(handle -> find(handle, id, ""));
  }

  /** Finds an account by its name in any spelling. */
  public Optional<User> findByUsername(String typed) {
    String username = Username.normalise(typed);
    // No account has a malformed name, which may contain characters that PostgreSQL refuses.
    return Username.isValid(username)
        ? jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT " + COLUMNS + " FROM users u WHERE lower(username) = lower(:username)")
                .bind("username", username)
                .mapTo(User.class)
                .findOne())
        : Optional.empty();
  }

  /** Finds the accounts with some ids, in the order of these. */
  public List<User> findAll(List<Long> ids) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT " + COLUMNS + " FROM users u WHERE id = ANY(:ids) ORDER BY id")
            .bindArray("ids", Long.class, ids)
            .mapTo(User.class)
            .list());
  }

  /** Finds an account and locks it until the end of the caller's transaction. */
  public Optional<User> lock(Handle handle, long id) {
    return find(handle, id, " FOR UPDATE");
  }

  /** Finds an account with its password hash by its id. */
  public Optional<Credentials> findCredentials(long id) {
    return jdbi.withHandle(handle -> findCredentials(handle, "id = :value", id));
  }

  /** Changes what the owner may change; null leaves a value as it is. */
  public Optional<User> updateProfile(
      long id,
      @Nullable String displayName,
      @Nullable String locale,
      @Nullable String timeZone,
      Instant now) {
    return jdbi.withHandle(handle -> updateProfile(handle, id, displayName, locale, timeZone, now));
  }

  /** The same within a transaction of the caller. */
  public Optional<User> updateProfile(
      Handle handle,
      long id,
      @Nullable String displayName,
      @Nullable String locale,
      @Nullable String timeZone,
      Instant now) {
    String sql =
        """
        UPDATE users AS u
        SET display_name = coalesce(CAST(:displayName AS text), display_name),
            locale = coalesce(CAST(:locale AS text), locale),
            time_zone = coalesce(CAST(:timeZone AS text), time_zone), updated_at = :now
        WHERE id = :id
        RETURNING
        """
            + COLUMNS;
    return handle
        .createQuery(sql)
        .bind("id", id)
        .bind("displayName", displayName)
        .bind("locale", locale)
        .bind("timeZone", timeZone)
        .bind("now", now)
        .mapTo(User.class)
        .findOne();
  }

  /** An account that has been deleted, with its place in the list of them. */
  public record Deleted(@ColumnName("id") long place, long userId, Instant deletedAt) {}

  /** The accounts that were deleted after the given place of the list, in order. */
  public List<Deleted> deletedSince(long place, int limit) {
    String sql =
        """
        SELECT id, user_id, deleted_at FROM deleted_accounts WHERE id > :place ORDER BY id LIMIT :limit
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("place", place)
            .bind("limit", limit)
            .mapTo(Deleted.class)
            .list());
  }

  /**
   * Deletes an account, puts it on the list that other services follow, and deletes the mails to
   * its address. Callers hold a lock that lets one deletion happen at a time, so that the list
   * grows in the order of its places. Those to an address that is not confirmed stay until they are
   * old: they may be a stranger's, and their number limits how many more go there.
   */
  public void delete(Handle handle, User user, Instant now) {
    if (user.emailVerified()) {
      handle.execute("DELETE FROM mails WHERE recipient = ?", user.email());
    }
    handle.execute("DELETE FROM users WHERE id = ?", user.id());
    handle.execute(
        "INSERT INTO deleted_accounts (user_id, deleted_at) VALUES (?, ?)", user.id(), now);
  }

  /** Sets an address that is not confirmed; links that were sent to the former one end. */
  public void setEmail(Handle handle, long id, String email, Instant now) {
    String sql =
        """
        UPDATE users SET email = :email, email_verified_at = NULL, pending_email = NULL,
          updated_at = :now
        WHERE id = :id
        """;
    handle.createUpdate(sql).bind("email", email).bind("now", now).bind("id", id).execute();
    endLinks(handle, id);
  }

  /** Ends the links of an account, but those that confirm its present address. */
  private static void endLinks(Handle handle, long id) {
    String sql =
        """
        DELETE FROM one_time_links l USING users u
        WHERE u.id = :id AND l.user_id = u.id
          AND (l.purpose <> 'verify_email' OR l.email IS DISTINCT FROM u.email)
        """;
    handle.createUpdate(sql).bind("id", id).execute();
  }

  /** Finds the accounts of some names and locks them in the order of their ids. */
  public List<User> lockByUsernames(Handle handle, List<String> lowerCaseNames) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM users u WHERE lower(username) = ANY(:names) ORDER BY id FOR UPDATE")
        .bindArray("names", String.class, lowerCaseNames)
        .mapTo(User.class)
        .list();
  }

  /** Changes what only administrators may change, within a transaction of the caller. */
  public User updateStanding(Handle handle, long id, Role role, boolean isActive, Instant now) {
    String sql =
        """
        UPDATE users AS u SET role = :role, is_active = :active, updated_at = :now
        WHERE id = :id
        RETURNING
        """
            + COLUMNS;
    return handle
        .createQuery(sql)
        .bind("id", id)
        .bind("role", role.wireName())
        .bind("active", isActive)
        .bind("now", now)
        .mapTo(User.class)
        .one();
  }

  /** Stores another hash of the same password, made with newer parameters. */
  public void rehash(long id, String oldHash, String newHash) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE users SET password_hash = :new WHERE id = :id AND password_hash = :old")
            .bind("id", id)
            .bind("old", oldHash)
            .bind("new", newHash)
            .execute());
  }

  /**
   * Lists accounts by id.
   *
   * @param afterId the last id already seen
   */
  public List<User> list(UserFilter filter, long afterId, int limit) {
    List<String> conditions = new ArrayList<>(List.of("id > :after"));
    if (!filter.search().isEmpty()) {
      conditions.add(
          "(username ILIKE :pattern OR email ILIKE :pattern OR display_name ILIKE :pattern)");
    }
    filter.role().ifPresent(role -> conditions.add("role = :role"));
    filter.isActive().ifPresent(active -> conditions.add(active ? "is_active" : "NOT is_active"));
    filter.createdFrom().ifPresent(time -> conditions.add("created_at >= :from"));
    filter.createdUntil().ifPresent(time -> conditions.add("created_at < :until"));
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM users u WHERE "
            + String.join(" AND ", conditions)
            + " ORDER BY id LIMIT :limit";
    return jdbi.withHandle(handle -> {
      Query query = handle.createQuery(sql).bind("after", afterId).bind("limit", limit);
      if (!filter.search().isEmpty()) {
        query.bind("pattern", "%" + filter.search().replaceAll("([\\\\%_])", "\\\\$1") + "%");
      }
      filter.role().ifPresent(role -> query.bind("role", role.wireName()));
      filter.createdFrom().ifPresent(time -> query.bind("from", time));
      filter.createdUntil().ifPresent(time -> query.bind("until", time));
      return query.mapTo(User.class).list();
    });
  }

  private static Optional<User> find(Handle handle, long id, String locking) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM users u WHERE id = :id" + locking)
        .bind("id", id)
        .mapTo(User.class)
        .findOne();
  }

  private boolean exists(String condition, String value) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT EXISTS (SELECT FROM users WHERE " + condition + ")")
            .bind("value", value)
            .mapTo(Boolean.class)
            .one());
  }

  private static Optional<Credentials> findCredentials(
      Handle handle, String condition, Object value) {
    return handle
        .createQuery("SELECT " + COLUMNS + ", password_hash FROM users u WHERE " + condition)
        .bind("value", value)
        .mapTo(Credentials.class)
        .findOne();
  }

  /** The response to a name that was taken; any other failure is returned as it is. */
  private static RuntimeException taken(UnableToExecuteStatementException e) {
    if (e.getCause() instanceof PSQLException cause
        && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState())) {
      ServerErrorMessage message = cause.getServerErrorMessage();
      return message != null && "users_email_verified_unique".equals(message.getConstraint())
          ? emailTaken()
          : usernameTaken();
    }
    return e;
  }

  /** The response to a user name that is in use. */
  public static ProblemException usernameTaken() {
    return ProblemException.conflict(
        "username_taken", "This user name is taken. Choose another one.");
  }

  /** The response to an email address that is in use. */
  public static ProblemException emailTaken() {
    return ProblemException.conflict(
        "email_taken", "An account with this email address already exists. Sign in instead.");
  }
}
