package dev.touchstone.usermanagement.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Mails in the table {@code mails}. Thread-safe. */
final class MailStore {
  private static final String COLUMNS =
      "id, kind, recipient, subject, state, attempts, created_at, last_error";

  private final Jdbi jdbi;

  MailStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A mail to send now; {@code attempts} counts this one and identifies the lease. */
  record Due(
      long id,
      String recipient,
      String subject,
      String plain,
      String html,
      String messageId,
      Instant createdAt,
      int attempts) {
    @Override
    public String toString() {
      return "mail " + id;
    }
  }

  /** A mail in a list, without its content. */
  record Listed(
      long id,
      String kind,
      String recipient,
      String subject,
      String state,
      int attempts,
      Instant createdAt,
      @Nullable String lastError) {}

  /** A mail with its plain text, for the development page. */
  record Shown(String recipient, String subject, String plain, Instant createdAt) {}

  void insert(
      Handle handle, Letter letter, MailTexts.Rendered mail, String messageId, Instant now) {
    String sql =
        """
        INSERT INTO mails
          (kind, recipient, subject, plain, html, message_id, next_attempt_at, created_at, expires_at)
        VALUES (:kind, :recipient, :subject, :plain, :html, :messageId, :now, :now, :expires)
        """;
    handle
        .createUpdate(sql)
        .bind("kind", letter.kind().storedName())
        .bind("recipient", letter.recipient())
        .bind("subject", mail.subject())
        .bind("plain", mail.plain())
        .bind("html", mail.html())
        .bind("messageId", messageId)
        .bind("now", now)
        .bind("expires", letter.expiresAt())
        .execute();
  }

  int count(Handle handle, MailKind kind, String recipient, Instant since) {
    String sql =
        """
        SELECT count(*) FROM mails
        WHERE recipient = :recipient AND kind = :kind AND created_at > :since
        """;
    return handle
        .createQuery(sql)
        .bind("recipient", recipient)
        .bind("kind", kind.storedName())
        .bind("since", since)
        .mapTo(Integer.class)
        .one();
  }

  /** Leases the mail that has waited longest; another process may have it after the lease. */
  Optional<Due> lease(Instant now, Duration lease) {
    String sql =
        """
        UPDATE mails SET attempts = attempts + 1, next_attempt_at = :until
        WHERE id = (
          SELECT id FROM mails WHERE state = 'waiting' AND next_attempt_at <= :now
          ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, recipient, subject, plain, html, message_id, created_at, attempts
        """;
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("now", now)
            .bind("until", now.plus(lease))
            .mapTo(Due.class)
            .findOne());
  }

  /** Records that the server has taken the mail, and deletes its content. */
  void sent(Due mail, Instant now) {
    String sql =
        """
        UPDATE mails SET state = 'sent', sent_at = :now, plain = NULL, html = NULL, last_error = NULL
        WHERE id = :id AND state = 'waiting'
        """;
    jdbi.useHandle(
        handle -> handle.createUpdate(sql).bind("now", now).bind("id", mail.id()).execute());
  }

  /** Records a failed attempt; does nothing if another process has the mail by now. */
  void failed(Due mail, String error, Optional<Instant> next) {
    String sql =
        """
        UPDATE mails SET last_error = :error,
          state = CASE WHEN CAST(:next AS timestamptz) IS NULL THEN 'dead' ELSE 'waiting' END,
          next_attempt_at = coalesce(CAST(:next AS timestamptz), next_attempt_at)
        WHERE id = :id AND state = 'waiting' AND attempts = :attempts
        """;
    jdbi.useHandle(handle ->
        handle
            .createUpdate(sql)
            .bind("error", error)
            .bind("next", next.orElse(null))
            .bind("id", mail.id())
            .bind("attempts", mail.attempts())
            .execute());
  }

  /** Gives up what is of no use any more. */
  int expire(Instant now) {
    String sql =
        """
        UPDATE mails SET state = 'dead', last_error = coalesce(last_error, 'expired'), plain = NULL, html = NULL
        WHERE state = 'waiting' AND expires_at <= :now AND next_attempt_at <= :now
        """;
    return jdbi.withHandle(handle -> handle.createUpdate(sql).bind("now", now).execute());
  }

  /** The mails that could not be sent, newest first. */
  List<Listed> dead(long beforeId, int limit) {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM mails WHERE state = 'dead' AND id < :before ORDER BY id DESC LIMIT :limit";
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind("before", beforeId)
            .bind("limit", limit)
            .mapTo(Listed.class)
            .list());
  }

  /** Lets a mail that could not be sent wait again; empty if there is none with its content. */
  Optional<Listed> retry(long id, Instant now) {
    String sql =
        """
        UPDATE mails SET state = 'waiting', attempts = 0, next_attempt_at = :now
        WHERE id = :id AND state = 'dead' AND plain IS NOT NULL
          AND (expires_at IS NULL OR expires_at > :now)
        RETURNING
        """
            + COLUMNS;
    return jdbi.withHandle(handle ->
        handle.createQuery(sql).bind("id", id).bind("now", now).mapTo(Listed.class).findOne());
  }

  /** The newest mails that wait. */
  List<Shown> waiting(int limit) {
    String sql =
        """
        SELECT recipient, subject, plain, created_at FROM mails
        WHERE state = 'waiting' AND plain IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT :limit
        """;
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("limit", limit).mapTo(Shown.class).list());
  }

  int deleteBefore(Instant time) {
    return jdbi.withHandle(
        handle -> handle.execute("DELETE FROM mails WHERE created_at < ?", time));
  }
}
