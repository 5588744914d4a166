package dev.touchstone.usermanagement.user;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** Accounts in the table {@code users}. Thread-safe. */
public final class UserStore {
  private final Jdbi jdbi;

  /** Stores in the given database. */
  public UserStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Adds an account.
   *
   * @throws ProblemException 409 {@code username_taken} or {@code email_taken}
   */
  public User insert(NewUser user) {
    return jdbi.withHandle(handle -> insert(handle, user));
  }

  /** Adds an account within a transaction of the caller; see {@link #insert(NewUser)}. */
  public User insert(Handle handle, NewUser user) {
    String sql =
        """
        INSERT INTO users
          (username, email, password_hash, display_name, role, locale, created_at, updated_at)
        VALUES (:username, :email, :hash, :displayName, :role, :locale, :now, :now)
        RETURNING *
        """;
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
          .map((row, context) -> user(row))
          .one();
    } catch (UnableToExecuteStatementException e) {
      throw taken(e);
    }
  }

  /** Whether a name is in use, in any spelling. */
  public boolean hasUsername(String username) {
    return find("lower(username) = lower(:value)", username).isPresent();
  }

  /** Whether an address is in use. */
  public boolean hasEmail(String email) {
    return find("email = :value", email).isPresent();
  }

  /** Finds an account by what its owner signs in with; names never contain {@code @}. */
  public Optional<Credentials> findByLogin(String login) {
    String email = EmailAddress.normalise(login);
    if (EmailAddress.isValid(email)) {
      return find("email = :value", email);
    }
    // What is no name can't be one of an account, and may hold what PostgreSQL does not take.
    String username = Username.normalise(login);
    return Username.isValid(username)
        ? find("lower(username) = lower(:value)", username)
        : Optional.empty();
  }

  /** Finds an account by its id. */
  public Optional<User> find(long id) {
    return findCredentials(id).map(Credentials::user);
  }

  /** Finds an account with its password hash by its id. */
  public Optional<Credentials> findCredentials(long id) {
    return find("id = :value", id);
  }

  /** Changes what the owner may change; null leaves a value as it is. */
  public Optional<User> updateProfile(
      long id, @Nullable String displayName, @Nullable String locale, Instant now) {
    String sql =
        """
        UPDATE users
        SET display_name = coalesce(CAST(:displayName AS text), display_name),
            locale = coalesce(CAST(:locale AS text), locale), updated_at = :now
        WHERE id = :id
        RETURNING *
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("id", id)
            .bind("displayName", displayName)
            .bind("locale", locale)
            .bind("now", now)
            .map((row, context) -> user(row))
            .findOne());
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
   * @param search part of a name or address, empty for all
   * @param afterId the last id already seen
   */
  public List<User> list(String search, long afterId, int limit) {
    String sql =
        """
        SELECT * FROM users
        WHERE id > :after
          AND (username ILIKE :pattern OR email ILIKE :pattern OR display_name ILIKE :pattern)
        ORDER BY id
        LIMIT :limit
        """;
    String pattern = "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("after", afterId)
            .bind("pattern", pattern)
            .bind("limit", limit)
            .map((row, context) -> user(row))
            .list());
  }

  /** Reads an account from a row that has the columns of {@code users}. */
  public static User user(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new User(
        row.getLong("id"),
        row.getString("username"),
        row.getString("email"),
        row.getString("display_name"),
        Role.of(role).orElseThrow(() -> new IllegalStateException("unknown role " + role)),
        row.getString("locale"),
        row.getBoolean("is_active"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private Optional<Credentials> find(String condition, Object value) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM users WHERE " + condition)
            .bind("value", value)
            .map((row, context) -> new Credentials(user(row), row.getString("password_hash")))
            .findOne());
  }

  /** Tells which name was taken; any other failure is passed on. */
  private static RuntimeException taken(UnableToExecuteStatementException e) {
    if (e.getCause() instanceof PSQLException cause
        && PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState())) {
      ServerErrorMessage message = cause.getServerErrorMessage();
      return message != null && "users_email_unique".equals(message.getConstraint())
          ? emailTaken()
          : usernameTaken();
    }
    return e;
  }

  /** The answer to a name that is in use. */
  public static ProblemException usernameTaken() {
    return ProblemException.conflict(
        "username_taken", "This user name is taken; choose another one.");
  }

  /** The answer to an address that is in use. */
  public static ProblemException emailTaken() {
    return ProblemException.conflict(
        "email_taken", "There is already an account with this address; sign in instead.");
  }
}
