package dev.touchstone.exercises.topic;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The labels of categories and tags, for authors. */
public final class TopicEndpoints implements HttpService {
  private static final Pattern LOCALE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
  private static final int LONGEST = 100;
  private static final int MOST_LOCALES = 20;

  private final TopicService topics;
  private final Authentication authentication;

  public TopicEndpoints(TopicService topics, Authentication authentication) {
    this.topics = topics;
    this.authentication = authentication;
  }

  /** The body of a change. */
  record Labelled(
      @Nullable String kind,
      @Nullable String name,
      @Nullable Map<String, @Nullable String> labels) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/authoring/topics", this::list).put("/api/v1/authoring/topics", this::put);
  }

  private void list(ServerRequest request, ServerResponse response) {
    author(request, response);
    Json.send(response, topics.list());
  }

  private void put(ServerRequest request, ServerResponse response) {
    author(request, response);
    Labelled change = Json.read(request, Labelled.class);
    String kind = Objects.requireNonNullElse(change.kind(), "");
    String name = Objects.requireNonNullElse(change.name(), "");
    Map<String, @Nullable String> given = Objects.requireNonNullElse(change.labels(), Map.of());
    Map<String, String> labels = new TreeMap<>();
    given.forEach((locale, label) -> labels.put(locale, label == null ? "" : label.strip()));
    new Violations()
        .check(
            Set.of(Topic.CATEGORY, Topic.TAG).contains(kind),
            "kind",
            "invalid",
            "Use category or tag.")
        .check(
            !name.isEmpty() && StorableText.isStorable(name),
            "name",
            "invalid_text",
            "Send the category or tag as exercises have it.")
        .check(
            labels.size() <= MOST_LOCALES
                && labels.keySet().stream().allMatch(locale -> LOCALE.matcher(locale).matches()),
            "labels",
            "invalid_key",
            "Use at most " + MOST_LOCALES + " languages such as vi, en or pt-BR.")
        .check(
            labels.values().stream().allMatch(TopicEndpoints::isLabel),
            "labels",
            "invalid_text",
            "Send texts of 1 to " + LONGEST + " characters without NUL.")
        .finish();
    Json.send(response, topics.put(kind, name, labels));
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty() && label.length() <= LONGEST && StorableText.isStorable(label);
  }

  private void author(ServerRequest request, ServerResponse response) {
    var _ = authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
  }
}
