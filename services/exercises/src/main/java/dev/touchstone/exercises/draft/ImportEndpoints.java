package dev.touchstone.exercises.draft;

import dev.touchstone.exercises.archive.ArchiveProblem;
import dev.touchstone.exercises.authoring.PublishedView;
import dev.touchstone.exercises.authoring.RevisionTag;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packages that are uploaded as exercises and revisions, for authors. */
public final class ImportEndpoints implements HttpService {
  /** The second is what browsers on Windows send. */
  private static final Set<String> ZIP = Set.of("application/zip", "application/x-zip-compressed");

  private static final HeaderName PREFER = HeaderNames.create("Prefer");

  /** As RFC 7240 writes it. */
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=([0-9]{1,4})");

  /** Below the time for which the gateway waits for an answer. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private static final int LONGEST_NAME = 100;

  private final ImportService imports;
  private final Authentication authentication;

  public ImportEndpoints(ImportService imports, Authentication authentication) {
    this.imports = imports;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/exercises", this::create)
        .put("/api/v1/exercises/{id}", this::revise)
        .get("/api/v1/authoring/imports/{id}", this::find);
  }

  private void create(ServerRequest request, ServerResponse response) throws IOException {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    String name = request.query().first("name").orElse("");
    if (name.length() > LONGEST_NAME) {
      throw ProblemException.invalidRequest(
          List.of(
              new FieldError("name", "Use at most " + LONGEST_NAME + " characters.", "too_long")));
    }
    try (InputStream archive = archive(request)) {
      ImportService.Outcome outcome = imports.create(author, archive, name, manner(request));
      if (outcome.published() != null) {
        response.header(HeaderNames.LOCATION, "/api/v1/exercises/" + outcome.published().id());
      }
      send(response, Status.CREATED_201, outcome);
    }
  }

  private void revise(ServerRequest request, ServerResponse response) throws IOException {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    OptionalInt expected = RevisionTag.parse(request.headers().first(HeaderNames.IF_MATCH));
    String id = request.path().pathParameters().get("id");
    try (InputStream archive = archive(request)) {
      send(response, Status.OK_200, imports.revise(author, id, expected, archive, manner(request)));
    }
  }

  private void find(ServerRequest request, ServerResponse response) {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, imports.find(author, PathParameters.id(request, ImportService::notFound)));
  }

  private static ImportService.Manner manner(ServerRequest request) {
    Matcher wait = WAIT.matcher(request.headers().first(PREFER).orElse(""));
    Duration asked =
        wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : Duration.ZERO;
    return new ImportService.Manner(
        !"false".equals(request.query().first("judged").orElse("true")),
        asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
  }

  private InputStream archive(ServerRequest request) {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!ZIP.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      throw ProblemException.of(
          415, "unsupported_media_type", "Send Content-Type: application/zip.");
    }
    long length = request.headers().contentLength().orElse(0);
    if (length > imports.largestArchive()) {
      throw ArchiveProblem.tooLarge(imports.largestArchive());
    }
    return request.content().hasEntity()
        ? request.content().inputStream()
        : InputStream.nullInputStream();
  }

  private static void send(
      ServerResponse response, Status whenPublished, ImportService.Outcome outcome) {
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    PublishedView published = outcome.published();
    if (published != null) {
      response.header(HeaderNames.ETAG, published.entityTag());
      Json.send(response, whenPublished, published);
    } else if (outcome.open() != null) {
      response.header(HeaderNames.LOCATION, "/api/v1/authoring/imports/" + outcome.open().id());
      Json.send(response, Status.ACCEPTED_202, outcome.open());
    }
  }
}
