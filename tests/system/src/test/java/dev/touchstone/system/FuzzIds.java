package dev.touchstone.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Ids of what exists, as responses named them, so that requests reach it. Thread-safe. */
final class FuzzIds {
  private static final int KEPT = 20;

  /** Where the part of an address before an id does not name what the id is of. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("/api/v1/drafts", "exercises", "/api/v1/statistics/learners", "users");

  private final Map<String, List<JsonNode>> ids = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> values = new ConcurrentHashMap<>();
  private final Set<String> spared = new HashSet<>();

  /** Never returns the id of this account. */
  synchronized void spare(JsonNode user) {
    spared.add(user.asString());
  }

  /** Uses a value for parameters of this name. */
  synchronized void know(String name, JsonNode value) {
    values.put(name, value);
  }

  /** Remembers the ids in a response. */
  synchronized void remember(FuzzOperation operation, JsonNode response) {
    if (response.has("check_id") && response.has("state")) { // a package, wherever it was sent
      add("imports", response.path("id"));
      add("drafts", response.path("draft_id"));
      return;
    }
    String collection = lastSegment(operation.path().replaceAll("/[^/]*\\{.*", ""));
    if (!operation.path().contains("{")) {
      add(collection, response.path("id"));
    } else {
      add(lastSegment(operation.path()), response.path("id"));
    }
    response.path("items").forEach(item -> add(lastSegment(operation.path()), item.path("id")));
  }

  /** An id for a place in an address. */
  Optional<JsonNode> ofPlace(String path, String place, RandomGenerator random) {
    String before = path.substring(0, path.indexOf("/{" + place + "}"));
    return of(OTHER_NAMES.getOrDefault(before, lastSegment(before)), random);
  }

  /** An id for a property or parameter such as {@code exercise_id}. */
  Optional<JsonNode> ofName(String name, RandomGenerator random) {
    if (values.containsKey(name)) {
      return Optional.ofNullable(values.get(name));
    }
    return name.endsWith("_id")
        ? of(name.substring(0, name.length() - "_id".length()) + "s", random)
        : Optional.empty();
  }

  private synchronized Optional<JsonNode> of(String collection, RandomGenerator random) {
    List<JsonNode> known = ids.getOrDefault(collection, List.of());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.get(random.nextInt(known.size())));
  }

  private void add(String collection, JsonNode id) {
    if (!id.isValueNode() || id.isNull() || spared.contains(id.asString())) {
      return;
    }
    List<JsonNode> known = ids.computeIfAbsent(collection, _ -> new ArrayList<>());
    known.remove(id);
    known.add(id);
    if (known.size() > KEPT) {
      known.removeFirst(); // the oldest may be gone
    }
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
