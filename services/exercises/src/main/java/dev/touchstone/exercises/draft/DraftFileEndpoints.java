package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.authoring.RevisionTag;
import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** The files and tests of drafts, for authors. */
public final class DraftFileEndpoints implements HttpService {
  /** Tests by hand; larger ones are sent as files. */
  private static final int LARGEST_TEST = 4 * 1024 * 1024;

  private final DraftService drafts;
  private final DraftFiles files;
  private final Authentication authentication;

  public DraftFileEndpoints(DraftService drafts, DraftFiles files, Authentication authentication) {
    this.drafts = drafts;
    this.files = files;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/authoring/drafts/{id}/files/{+path}", this::read)
        .put("/api/v1/authoring/drafts/{id}/files/{+path}", this::write)
        .delete("/api/v1/authoring/drafts/{id}/files/{+path}", this::remove)
        .put("/api/v1/authoring/drafts/{id}/tests/{+path}", this::writeTest)
        .delete("/api/v1/authoring/drafts/{id}/tests/{+path}", this::removeTest);
  }

  private void read(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    RevisionFile file = drafts.file(by, DraftEndpoints.id(request), path(request));
    try (InputStream contents = drafts.open(file)) {
      response
          .header(HeaderNames.CONTENT_TYPE, "application/octet-stream")
          .header(HeaderNames.CONTENT_DISPOSITION, "attachment") // never opened as a page
          .contentLength(file.size());
      try (OutputStream out = response.outputStream()) {
        contents.transferTo(out);
      }
    }
  }

  private void write(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    if (request.headers().contentLength().orElse(0) > files.largest()) {
      throw files.tooLarge();
    }
    try (InputStream body =
        request.content().hasEntity()
            ? request.content().inputStream()
            : InputStream.nullInputStream()) {
      send(
          response,
          drafts.write(by, DraftEndpoints.id(request), expected(request), path(request), body));
    }
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    send(response, drafts.remove(by, DraftEndpoints.id(request), expected(request), path(request)));
  }

  private void writeTest(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    WrittenTest test = Json.read(request, WrittenTest.class, LARGEST_TEST);
    new Violations()
        .check(test.input() != null, "input", "required", "Send a text, which may be empty.")
        .check(test.answer() != null, "answer", "required", "Send a text, which may be empty.")
        .finish();
    send(
        response,
        drafts.write(by, DraftEndpoints.id(request), expected(request), path(request), test));
  }

  private void removeTest(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    send(
        response,
        drafts.removeTest(by, DraftEndpoints.id(request), expected(request), path(request)));
  }

  private Principal author(ServerRequest request, ServerResponse response) {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return by;
  }

  /** Files are independent of each other, so that a client may send many at once. */
  private static OptionalInt expected(ServerRequest request) {
    Optional<String> header = request.headers().first(HeaderNames.IF_MATCH);
    return header.isEmpty() ? OptionalInt.empty() : RevisionTag.parse(header);
  }

  private static String path(ServerRequest request) {
    return request.path().pathParameters().get("path");
  }

  private static void send(ServerResponse response, Draft draft) {
    response.header(HeaderNames.ETAG, RevisionTag.of(draft.version()));
    Json.send(response, draft);
  }
}
