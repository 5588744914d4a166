package dev.touchstone.exercises.authoring;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.OptionalInt;

/** Packages, revisions, test cases and solutions, for authors. */
public final class PackageEndpoints implements HttpService {
  private final PackageService packages;
  private final Authentication authentication;

  public PackageEndpoints(PackageService packages, Authentication authentication) {
    this.packages = packages;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/exercises/{id}/package", this::archive)
        .get("/api/v1/exercises/{id}/revisions", this::revisions)
        .get("/api/v1/exercises/{id}/test-cases", this::testCases)
        .get("/api/v1/exercises/{id}/solutions", this::solutions);
  }

  private void archive(ServerRequest request, ServerResponse response) throws IOException {
    Principal by = author(request, response);
    try (PackageService.Archive archive = packages.archive(by, id(request), revision(request))) {
      response
          .header(HeaderNames.CONTENT_TYPE, "application/zip")
          .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=" + archive.name())
          .contentLength(Files.size(archive.file()));
      try (OutputStream out = response.outputStream()) {
        Files.copy(archive.file(), out);
      }
    }
  }

  private void revisions(ServerRequest request, ServerResponse response) {
    PackageService.History history = packages.history(author(request, response), id(request));
    int current = history.items().getFirst().revision();
    response.header(HeaderNames.ETAG, RevisionTag.of(current));
    Json.send(response, history);
  }

  private void testCases(ServerRequest request, ServerResponse response) {
    Json.send(response, packages.testCases(author(request, response), id(request)));
  }

  private void solutions(ServerRequest request, ServerResponse response) {
    Json.send(response, packages.solutions(author(request, response), id(request)));
  }

  /** Returns the author who asks; the response must not be cached. */
  private Principal author(ServerRequest request, ServerResponse response) {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return by;
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private static OptionalInt revision(ServerRequest request) {
    String text = request.query().first("revision").orElse("");
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw PackageService.noRevision();
    }
  }
}
