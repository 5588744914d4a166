package dev.touchstone.exercises.catalogue;

import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The list of exercises, its facets, and one exercise; public. */
public final class CatalogueEndpoints implements HttpService {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;
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
    boolean author = isAuthor(authentication, request);
    ExerciseFilter filter = filter(request);
    if (filter.includeInactive() && !author) {
      authentication.required(request);
      throw ProblemException.forbidden();
    }
    TaggedJson.send(request, response, catalogue.list(filter, author), author);
  }

  private void facets(ServerRequest request, ServerResponse response) {
    var _ = authentication.optional(request);
    TaggedJson.send(request, response, catalogue.facets(), false);
  }

  private void find(ServerRequest request, ServerResponse response) {
    boolean author = isAuthor(authentication, request);
    LocaleTag locale = locale(request).orElse(LocaleTag.ENGLISH);
    String id = request.path().pathParameters().get("id");
    TaggedJson.send(request, response, catalogue.find(id, locale, author), author);
  }

  /** Whether the caller may see what is not active. */
  static boolean isAuthor(Authentication authentication, ServerRequest request) {
    return authentication
        .optional(request)
        .map(principal -> principal.role().atLeast(Role.AUTHOR))
        .orElse(false);
  }

  private static ExerciseFilter filter(ServerRequest request) {
    String search = parameter(request, "q").orElse("").strip();
    Optional<String> category = parameter(request, "category");
    Optional<String> difficulty = parameter(request, "difficulty");
    Optional<String> tag = parameter(request, "tag");
    Optional<String> inactive = parameter(request, "include_inactive");
    OptionalInt limit = limit(parameter(request, "limit"));
    Violations violations = new Violations();
    for (String name : List.of("q", "category", "tag")) {
      boolean storable = StorableText.isStorable(parameter(request, name).orElse(""));
      violations.check(storable, name, "invalid_text", "Send valid text without NUL.");
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
        .check(
            inactive.map(Set.of("true", "false")::contains).orElse(true),
            "include_inactive",
            "wrong_type",
            "Use true or false.")
        .check(
            limit.isPresent(),
            "limit",
            "out_of_range",
            "Use a number from 1 to " + LARGEST_LIMIT + ".")
        .finish();
    return new ExerciseFilter(
        search,
        category,
        difficulty,
        tag,
        locale(request).orElse(LocaleTag.ENGLISH),
        parameter(request, "cursor"),
        limit.orElse(DEFAULT_LIMIT),
        inactive.map("true"::equals).orElse(false));
  }

  private static Optional<LocaleTag> locale(ServerRequest request) {
    Optional<String> text = parameter(request, "locale");
    Optional<LocaleTag> locale = text.flatMap(LocaleTag::of);
    new Violations()
        .check(
            text.isEmpty() || locale.isPresent(),
            "locale",
            "locale_invalid",
            "Use a language such as vi, en or pt-BR.")
        .finish();
    return locale;
  }

  private static OptionalInt limit(Optional<String> text) {
    try {
      int limit = text.map(Integer::parseInt).orElse(DEFAULT_LIMIT);
      return limit >= 1 && limit <= LARGEST_LIMIT ? OptionalInt.of(limit) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static Optional<String> parameter(ServerRequest request, String name) {
    return request.query().first(name).asOptional();
  }

  private static boolean isShort(String text) {
    return text.length() <= LONGEST_TEXT;
  }
}
