package dev.touchstone.scores.guidance;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.scores.exercise.Exercises;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hints and editorials, for whoever is signed in. */
public final class GuidanceEndpoints implements HttpService {
  private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  private final GuidanceService guidance;
  private final Authentication authentication;

  public GuidanceEndpoints(GuidanceService guidance, Authentication authentication) {
    this.guidance = guidance;
    this.authentication = authentication;
  }

  /** The body of a request to see a hint. */
  record Wanted(@Nullable Integer number) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/progress/exercises/{id}/guidance", this::get)
        .post("/api/v1/progress/exercises/{id}/hints", this::reveal);
  }

  private void get(ServerRequest request, ServerResponse response) {
    Principal by = caller(request, response);
    Json.send(response, guidance.of(by, id(request), locale(request)));
  }

  private void reveal(ServerRequest request, ServerResponse response) {
    Principal by = caller(request, response);
    Wanted wanted = Json.read(request, Wanted.class);
    new Violations()
        .check(wanted.number() != null, "number", "required", "Send the number of the hint.")
        .finish();
    int number = Objects.requireNonNullElse(wanted.number(), 0);
    Json.send(response, guidance.reveal(by, id(request), number, locale(request)));
  }

  private Principal caller(ServerRequest request, ServerResponse response) {
    Principal by = authentication.required(request);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    return by;
  }

  private static long id(ServerRequest request) {
    return PathParameters.id(request, Exercises::notFound);
  }

  private static String locale(ServerRequest request) {
    String locale = request.query().first("locale").orElse("en");
    new Violations()
        .check(
            LOCALE.matcher(locale).matches(),
            "locale",
            "locale_invalid",
            "Use a language such as vi, en or pt-BR.")
        .finish();
    return locale;
  }
}
