package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.exercise.ExerciseKey;
import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;

/** The pictures of statements, and the attachments. Thread-safe. */
public final class AttachmentService {
  private final AttachmentStore attachments;
  private final ObjectStore objects;

  public AttachmentService(AttachmentStore attachments, ObjectStore objects) {
    this.attachments = attachments;
    this.objects = objects;
  }

  /** A file that the caller may have. */
  record Attachment(AttachmentType type, RevisionFile file) {}

  /**
   * Finds a file of an exercise that the reader sees.
   *
   * @throws ProblemException 404 {@code attachment_not_found}
   */
  Attachment find(String idOrSlug, String path, Reader reader) {
    // PostgreSQL does not accept NUL.
    if (path.indexOf('\0') >= 0) {
      throw notFound();
    }
    AttachmentType type = AttachmentType.of(path).orElseThrow(AttachmentService::notFound);
    return attachments
        .find(ExerciseKey.of(idOrSlug), path, reader)
        .map(file -> new Attachment(type, file))
        .orElseThrow(AttachmentService::notFound);
  }

  InputStream open(Attachment attachment) throws IOException {
    return objects.open(attachment.file().sha256()).orElseThrow(AttachmentService::notFound);
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("attachment_not_found", "This attachment does not exist.");
  }
}
