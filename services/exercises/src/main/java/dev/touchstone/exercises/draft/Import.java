package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platformdata.database.JsonColumn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded package, which is published when a judge found that its submissions get their
 * verdicts.
 *
 * @param asAdministrator whether the owner was an administrator when the package was uploaded
 * @param name the slug if the package has none
 * @param draftId the draft with its files, which remains if it is not published
 * @param checkId what {@code /api/v1/checks} follows the judging by
 * @param warnings what the author should know about the package
 * @param published null unless it was published
 * @param problem why it was not published, otherwise null
 */
record Import(
    long id,
    @JsonIgnore long ownerId,
    @JsonIgnore boolean asAdministrator,
    @JsonIgnore String name,
    long draftId,
    long checkId,
    @JsonColumn List<FieldError> warnings,
    @JsonColumn @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PublishedView published,
    @JsonColumn @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Refusal problem,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant endedAt) {

  /** Why a package was not published; the parts of a problem document. */
  record Refusal(int status, String code, String detail, List<FieldError> errors) {
    static Refusal of(ProblemException e) {
      return new Refusal(e.status(), e.code(), e.detail(), e.errors());
    }

    ProblemException asProblem() {
      return ProblemException.of(status, code, detail).withErrors(errors);
    }
  }

  /** For clients, which need not look at what is null. */
  @JsonProperty("state")
  String state() {
    return endedAt == null ? "checking" : published == null ? "refused" : "published";
  }
}
