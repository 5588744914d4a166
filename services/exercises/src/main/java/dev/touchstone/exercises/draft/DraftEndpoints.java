package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.archive.ArchiveProblem;
import dev.touchstone.exercises.authoring.RevisionTag;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.OptionalInt;

/** Drafts as a whole and their parts, for authors. */
public final class DraftEndpoints implements HttpService {
  /** Statements in several languages may be long. */
  private static final int LARGEST_CHANGE = 4 * 1024 * 1024;

  private static final int LARGEST_NEW = 64 * 1024;

  private final DraftService drafts;
  private final DraftReview review;
  private final Authentication authentication;

  public DraftEndpoints(DraftService drafts, DraftReview review, Authentication authentication) {
    this.drafts = drafts;
    this.review = review;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/authoring/drafts", this::list)
        .post("/api/v1/authoring/drafts", this::create)
        .get("/api/v1/authoring/drafts/{id}", this::find)
        .patch("/api/v1/authoring/drafts/{id}", this::change)
        .delete("/api/v1/authoring/drafts/{id}", this::delete)
        .get("/api/v1/authoring/drafts/{id}/check", this::check)
        .get("/api/v1/authoring/drafts/{id}/preview", this::preview)
        .get("/api/v1/authoring/drafts/{id}/package", this::archive)
        .post("/api/v1/authoring/drafts/{id}/publish", this::publish);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Json.send(response, drafts.list(author(request, response)));
  }

  private void create(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    DraftView view =
        type.contains("zip")
            ? upload(by, request)
            : drafts.create(by, Json.read(request, NewDraft.class, LARGEST_NEW));
    response.header(HeaderNames.LOCATION, "/api/v1/authoring/drafts/" + view.draft().id());
    send(response, Status.CREATED_201, view);
  }

  private DraftView upload(Principal by, ServerRequest request) throws IOException {
    if (request.headers().contentLength().orElse(0) > review.largestArchive()) {
      throw ArchiveProblem.tooLarge(review.largestArchive());
    }
    try (InputStream body =
        request.content().hasEntity()
            ? request.content().inputStream()
            : InputStream.nullInputStream()) {
      return review.upload(by, body);
    }
  }

  private void find(ServerRequest request, ServerResponse response) throws IOException {
    send(response, Status.OK_200, drafts.view(author(request, response), id(request)));
  }

  private void change(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    OptionalInt expected = RevisionTag.parse(request.headers().first(HeaderNames.IF_MATCH));
    DraftSettings change = Json.read(request, DraftSettings.class, LARGEST_CHANGE);
    send(response, Status.OK_200, drafts.change(by, id(request), expected, change));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    drafts.delete(author(request, response), id(request));
    response.status(Status.NO_CONTENT_204).send();
  }

  private void check(ServerRequest request, ServerResponse response) throws IOException {
    Json.send(response, review.check(author(request, response), id(request)));
  }

  private void preview(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    String json = review.preview(by, id(request), request.query().first("locale").orElse("en"));
    response.header(HeaderNames.CONTENT_TYPE, "application/json").send(json);
  }

  private void archive(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    try (DraftReview.Archive archive = review.archive(by, id(request))) {
      response
          .header(HeaderNames.CONTENT_TYPE, "application/zip")
          .header(
              HeaderNames.CONTENT_DISPOSITION, "attachment; filename=draft-" + id(request) + ".zip")
          .contentLength(Files.size(archive.file()));
      try (OutputStream out = response.outputStream()) {
        Files.copy(archive.file(), out);
      }
    }
  }

  private void publish(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    OptionalInt expected = RevisionTag.parse(request.headers().first(HeaderNames.IF_MATCH));
    boolean judged = !"false".equals(request.query().first("judged").orElse("true"));
    Json.send(response, review.publish(by, id(request), expected, judged));
  }

  private Principal author(ServerRequest request, ServerResponse response) {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return by;
  }

  private static void send(ServerResponse response, Status status, DraftView view) {
    response.header(HeaderNames.ETAG, RevisionTag.of(view.draft().version()));
    Json.send(response, status, view);
  }

  static long id(ServerRequest request) {
    return PathParameters.id(request, DraftService::notFound);
  }
}
