package dev.touchstone.exercises.collection;

import dev.touchstone.exercises.authoring.RevisionTag;
import dev.touchstone.exercises.catalogue.LocaleTag;
import dev.touchstone.exercises.catalogue.PageLimit;
import dev.touchstone.exercises.catalogue.TaggedJson;
import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Collections: public to read, changed by their owners and administrators. */
public final class CollectionEndpoints implements HttpService {
  private final CollectionService collections;
  private final Authentication authentication;

  public CollectionEndpoints(CollectionService collections, Authentication authentication) {
    this.collections = collections;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/collections", this::list)
        .post("/api/v1/collections", this::create)
        .get("/api/v1/collections/{id}", this::find)
        .put("/api/v1/collections/{id}", this::replace)
        .delete("/api/v1/collections/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Reader reader = Reader.of(authentication.optional(request));
    Optional<String> mine = parameter(request, "mine");
    Violations violations = new Violations();
    int limit = PageLimit.of(parameter(request, "limit"), violations);
    violations
        .check(
            mine.isEmpty() || Set.of("true", "false").contains(mine.get()),
            "mine",
            "wrong_type",
            "Use true or false.")
        .finish();
    boolean own = mine.filter("true"::equals).isPresent();
    if (own && !reader.isAuthor()) {
      authentication.required(request);
      throw ProblemException.forbidden();
    }
    CollectionService.Question question =
        new CollectionService.Question(locale(request), own, parameter(request, "cursor"), limit);
    TaggedJson.send(request, response, json(collections.list(question, reader)), reader.isAuthor());
  }

  private void find(ServerRequest request, ServerResponse response) {
    Reader reader = Reader.of(authentication.optional(request));
    CollectionView view = collections.find(id(request), locale(request), reader);
    TaggedJson.send(request, response, json(view), reader.isAuthor());
  }

  private void create(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    CollectionChange change = Json.read(request, CollectionChange.class);
    CollectionView view = collections.create(by, change.checked(), locale(request));
    response.header(HeaderNames.LOCATION, "/api/v1/collections/" + view.id());
    send(response, Status.CREATED_201, view);
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Principal by = author(request, response);
    OptionalInt expected = RevisionTag.parse(request.headers().first(HeaderNames.IF_MATCH));
    CollectionChange change = Json.read(request, CollectionChange.class);
    send(
        response,
        Status.OK_200,
        collections.replace(by, id(request), expected, change.checked(), locale(request)));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    collections.delete(author(request, response), id(request));
    response.status(Status.NO_CONTENT_204).send();
  }

  private static void send(ServerResponse response, Status status, CollectionView view) {
    response.header(HeaderNames.ETAG, RevisionTag.of(view.version()));
    Json.send(response, status, view);
  }

  private Principal author(ServerRequest request, ServerResponse response) {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return by;
  }

  private static LocaleTag locale(ServerRequest request) {
    return LocaleTag.parameter(parameter(request, "locale"));
  }

  private static Optional<String> parameter(ServerRequest request, String name) {
    return request.query().first(name).asOptional();
  }

  private static String json(Object value) {
    return Json.MAPPER.writeValueAsString(value);
  }

  private static long id(ServerRequest request) {
    return PathParameters.id(request, CollectionService::notFound);
  }
}
