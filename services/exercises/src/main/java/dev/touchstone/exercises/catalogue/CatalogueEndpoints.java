package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platformdata.database.StorableText;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of exercises, its facets, and one exercise; public. */
public final class CatalogueEndpoints implements HttpService {
  private static final int LONGEST_TEXT = 100;
  private static final Set<String> DIFFICULTIES = Set.of("easy", "medium", "hard");

  private final CatalogueService catalogue;
  private final Authentication authentication;

  public CatalogueEndpoints(CatalogueService catalogue, Authentication authentication) {
    this.catalogue = catalogue;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/exercises", this::list)
        .get("/api/v1/exercises/facets", this::facets)
        .get("/api/v1/exercises/{id}", this::find);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Reader reader = reader(request);
    ExerciseFilter filter = filter(request);
    if ((filter.includeInactive() || filter.mine()) && !reader.isAuthor()) {
      authentication.required(request);
      throw ProblemException.forbidden();
    }
    TaggedJson.send(request, response, catalogue.list(filter, reader), reader.isAuthor());
  }

  private void facets(ServerRequest request, ServerResponse response) {
    var _ = authentication.optional(request);
    TaggedJson.send(request, response, catalogue.facets(locale(request)), false);
  }

  private void find(ServerRequest request, ServerResponse response) {
    Reader reader = reader(request);
    LocaleTag locale = locale(request);
    String id = request.path().pathParameters().get("id");
    TaggedJson.send(request, response, catalogue.find(id, locale, reader), reader.isAuthor());
  }

  private Reader reader(ServerRequest request) {
    return Reader.of(authentication.optional(request));
  }

  private static ExerciseFilter filter(ServerRequest request) {
    String search = parameter(request, "q").orElse("").strip();
    Optional<String> category = parameter(request, "category");
    Optional<String> difficulty = parameter(request, "difficulty");
    Optional<String> tag = parameter(request, "tag");
    Violations violations = new Violations();
    int limit = PageLimit.of(parameter(request, "limit"), violations);
    for (String name : List.of("q", "category", "tag")) {
      boolean storable = StorableText.isStorable(parameter(request, name).orElse(""));
      violations.check(storable, name, "invalid_text", "Send valid text without NUL.");
    }
    for (String name : List.of("include_inactive", "mine")) {
      boolean isFlag = Set.of("true", "false").contains(parameter(request, name).orElse("false"));
      violations.check(isFlag, name, "wrong_type", "Use true or false.");
    }
    violations
        .check(isShort(search), "q", "too_long", "Search for at most 100 characters.")
        .check(
            category.map(CatalogueEndpoints::isShort).orElse(true),
            "category",
            "too_long",
            "Use a category that the facets list.")
        .check(
            tag.map(CatalogueEndpoints::isShort).orElse(true),
            "tag",
            "too_long",
            "Use a tag that the facets list.")
        .check(
            difficulty.map(DIFFICULTIES::contains).orElse(true),
            "difficulty",
            "difficulty_unknown",
            "Use easy, medium or hard.")
        .finish();
    return new ExerciseFilter(
        search,
        category,
        difficulty,
        tag,
        locale(request),
        parameter(request, "cursor"),
        limit,
        isSet(request, "include_inactive"),
        isSet(request, "mine"));
  }

  private static boolean isSet(ServerRequest request, String flag) {
    return parameter(request, flag).map("true"::equals).orElse(false);
  }

  private static LocaleTag locale(ServerRequest request) {
    return LocaleTag.parameter(parameter(request, "locale"));
  }

  private static Optional<String> parameter(ServerRequest request, String name) {
    return request.query().first(name).asOptional();
  }

  private static boolean isShort(String text) {
    return text.length() <= LONGEST_TEXT;
  }
}
