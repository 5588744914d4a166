package dev.touchstone.scores.comment;

import dev.touchstone.platform.http.Cursor;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.audit.TeachingEvent;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.access.Reach;
import dev.touchstone.scores.submission.SubmissionService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Teachers comment on lines of a submission, and its learner answers on the lines that have a
 * comment. Each comment is a notice to the other side until it is read. Thread-safe.
 */
public final class CommentService {
  private static final int MOST = 500;

  private final Jdbi jdbi;
  private final Access access;
  private final Clock clock;

  /** Keeps the comments in the given database. */
  public CommentService(Jdbi jdbi, Access access, Clock clock) {
    this.jdbi = jdbi;
    this.access = access;
    this.clock = clock;
  }

  /** The comments on a submission. */
  record Comments(List<Comment> items) {
    /** Copies the list. */
    Comments {
      items = List.copyOf(items);
    }
  }

  /** One page of notices, and how many are unread in all. */
  record Notices(List<Notice> items, @Nullable String nextCursor, int unread) {
    /** Copies the list. */
    Notices {
      items = List.copyOf(items);
    }
  }

  Comments list(Principal by, long submissionId) {
    Reach reach = access.reach(by);
    return jdbi.withHandle(handle -> {
      visible(handle, reach, submissionId);
      return new Comments(CommentStore.list(handle, submissionId));
    });
  }

  /**
   * Adds a comment.
   *
   * @throws ProblemException as the contract lists them
   */
  Comment add(
      Principal by,
      long submissionId,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable String text) {
    Reach reach = access.reach(by);
    return jdbi.inTransaction(handle -> {
      CommentStore.Subject subject = visible(handle, reach, submissionId);
      LineText comment = LineText.of(subject.data().files(), file, line, text);
      List<Comment> before = CommentStore.list(handle, submissionId);
      if (before.size() >= MOST) {
        throw ProblemException.conflict(
            "too_many_comments", "This submission has " + MOST + " comments already.");
      }
      boolean isLearner = subject.userId() == by.userId();
      if (isLearner && before.stream().noneMatch(each -> isAnswer(comment, each))) {
        throw ProblemException.of(
            403, "answer_only", "You can answer on lines that a teacher has commented on.");
      }
      Comment added = CommentStore.insert(handle, by, submissionId, comment, clock.instant());
      if (isLearner) {
        NoticeStore.notifyTeachers(handle, added);
      } else {
        NoticeStore.notifyLearner(handle, added, subject.userId());
        AuditOutbox.add(handle, event("comment.added", by, submissionId), clock.instant());
      }
      return added;
    });
  }

  /** Changes the caller's own comment. */
  Comment edit(Principal by, long id, @Nullable String text) {
    String checked = LineText.text(text);
    return jdbi.inTransaction(handle -> {
      if (!CommentStore.edit(handle, by.userId(), id, checked, clock.instant())) {
        throw notFound();
      }
      Comment edited = CommentStore.find(handle, id).orElseThrow(CommentService::notFound);
      auditChange(handle, "comment.edited", by, edited);
      return edited;
    });
  }

  /** Deletes the caller's own comment, with its notices. */
  void delete(Principal by, long id) {
    jdbi.useTransaction(handle -> {
      Optional<Comment> comment = CommentStore.find(handle, id);
      if (!CommentStore.delete(handle, by.userId(), id)) {
        throw notFound();
      }
      comment.ifPresent(deleted -> auditChange(handle, "comment.deleted", by, deleted));
    });
  }

  /** What learners answer is theirs, and no act of teaching. */
  private void auditChange(Handle handle, String kind, Principal by, Comment comment) {
    if (!comment.byLearner()) {
      AuditOutbox.add(handle, event(kind, by, comment.submissionId()), clock.instant());
    }
  }

  private static TeachingEvent event(String kind, Principal by, long submissionId) {
    return new TeachingEvent(kind, by.userId(), "submission:" + submissionId, Map.of());
  }

  /** Lists the caller's notices, the newest first. */
  Notices notices(Principal by, boolean onlyUnread, long before, int limit) {
    NoticeStore.Reader reader = new NoticeStore.Reader(by.userId(), access.reach(by).limit());
    return jdbi.withHandle(handle -> {
      List<Notice> found = NoticeStore.list(handle, reader, onlyUnread, before, limit + 1);
      boolean more = found.size() > limit;
      List<Notice> shown = more ? found.subList(0, limit) : found;
      String next = more ? Cursor.of(Long.toString(shown.getLast().comment().id())) : null;
      return new Notices(shown, next, NoticeStore.unread(handle, reader));
    });
  }

  /** Marks the caller's notices as read, all or those of a submission. */
  void markRead(Principal by, @Nullable Long submissionId) {
    jdbi.useHandle(
        handle -> NoticeStore.markRead(handle, by.userId(), submissionId, clock.instant()));
  }

  static ProblemException notFound() {
    return ProblemException.notFound(
        "comment_not_found", "This comment does not exist, or it is not yours.");
  }

  private static boolean isAnswer(LineText answer, Comment before) {
    return !before.byLearner()
        && before.line() == answer.line()
        && before.file().equals(answer.file());
  }

  private static CommentStore.Subject visible(Handle handle, Reach reach, long submissionId) {
    return CommentStore.subject(handle, submissionId)
        .filter(subject -> reach.sees(subject.userId(), subject.exerciseId()))
        .orElseThrow(SubmissionService::notFound);
  }
}
