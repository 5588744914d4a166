package dev.touchstone.scores.comment;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.http.Parameters;
import dev.touchstone.scores.submission.SubmissionService;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/** Comments and notices of them. */
public final class CommentEndpoints implements HttpService {
  private final CommentService comments;
  private final Authentication authentication;

  public CommentEndpoints(CommentService comments, Authentication authentication) {
    this.comments = comments;
    this.authentication = authentication;
  }

  /** The body of a new comment. */
  record NewComment(@Nullable String file, @Nullable Integer line, @Nullable String text) {}

  /** The body of a change. */
  record CommentChange(@Nullable String text) {}

  /** Which notices were read. */
  record NoticesRead(@Nullable Long submissionId) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/submissions/{id}/comments", this::list)
        .post("/api/v1/submissions/{id}/comments", this::add)
        .get("/api/v1/comments/notices", this::notices)
        .post("/api/v1/comments/notices/read", this::markRead)
        .patch("/api/v1/comments/{id}", this::edit)
        .delete("/api/v1/comments/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, SubmissionService::notFound);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, comments.list(principal, id));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, SubmissionService::notFound);
    NewComment body = Json.read(request, NewComment.class);
    Json.send(
        response,
        Status.CREATED_201,
        comments.add(principal, id, body.file(), body.line(), body.text()));
  }

  private void edit(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    long id = PathParameters.id(request, CommentService::notFound);
    Json.send(
        response, comments.edit(principal, id, Json.read(request, CommentChange.class).text()));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    comments.delete(principal, PathParameters.id(request, CommentService::notFound));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void notices(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        comments.notices(
            principal,
            Parameters.flag(request, "unread"),
            Parameters.before(request),
            Parameters.limit(request)));
  }

  private void markRead(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    comments.markRead(principal, Json.read(request, NoticesRead.class).submissionId());
    response.status(Status.NO_CONTENT_204).send();
  }
}
