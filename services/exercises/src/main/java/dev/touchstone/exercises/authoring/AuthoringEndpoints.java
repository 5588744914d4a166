package dev.touchstone.exercises.authoring;

import dev.touchstone.exercises.archive.ArchiveProblem;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
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
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Import, revision and visibility of exercises, for authors. */
public final class AuthoringEndpoints implements HttpService {
  /** The second is what browsers on Windows send. */
  private static final Set<String> ZIP = Set.of("application/zip", "application/x-zip-compressed");

  private static final int LONGEST_NAME = 100;
  private final AuthoringService authoring;
  private final Authentication authentication;

  public AuthoringEndpoints(AuthoringService authoring, Authentication authentication) {
    this.authoring = authoring;
    this.authentication = authentication;
  }

  /** The body of a change. */
  record ExerciseChange(@Nullable Boolean isActive) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/api/v1/exercises", this::create)
        .put("/api/v1/exercises/{id}", this::revise)
        .patch("/api/v1/exercises/{id}", this::change);
  }

  private void create(ServerRequest request, ServerResponse response) throws IOException {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    String name = request.query().first("name").orElse("");
    if (name.length() > LONGEST_NAME) {
      throw invalid("name", "too_long", "Use at most " + LONGEST_NAME + " characters.");
    }
    try (InputStream archive = archive(request)) {
      PublishedView published = authoring.create(author, archive, name);
      response.header(HeaderNames.LOCATION, "/api/v1/exercises/" + published.id());
      send(response, Status.CREATED_201, published);
    }
  }

  private void revise(ServerRequest request, ServerResponse response) throws IOException {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    OptionalInt expected = RevisionTag.parse(request.headers().first(HeaderNames.IF_MATCH));
    try (InputStream archive = archive(request)) {
      send(response, Status.OK_200, authoring.revise(author, id(request), expected, archive));
    }
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    Boolean isActive = Json.read(request, ExerciseChange.class).isActive();
    if (isActive == null) {
      throw invalid("is_active", "missing", "Use true or false.");
    }
    send(response, Status.OK_200, authoring.setActive(author, id(request), isActive));
  }

  private InputStream archive(ServerRequest request) {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!ZIP.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      throw ProblemException.of(
          415, "unsupported_media_type", "Send Content-Type: application/zip.");
    }
    long length = request.headers().contentLength().orElse(0);
    if (length > authoring.largestArchive()) {
      throw ArchiveProblem.tooLarge(authoring.largestArchive());
    }
    return request.content().hasEntity()
        ? request.content().inputStream()
        : InputStream.nullInputStream();
  }

  private static void send(ServerResponse response, Status status, PublishedView published) {
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.ETAG, published.entityTag());
    Json.send(response, status, published);
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private static ProblemException invalid(String field, String code, String message) {
    return ProblemException.invalidRequest(List.of(new FieldError(field, message, code)));
  }
}
