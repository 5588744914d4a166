package dev.touchstone.usermanagement.settings;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Settings that administrators change; every process sees a change at once. Thread-safe. */
public final class Settings {
  private final Jdbi jdbi;
  private final SettingStore store;
  private final BiConsumer<Handle, Change> changes;
  private final Clock clock;

  /**
   * Keeps settings in the given database.
   *
   * @param changes hears of each change within its transaction
   */
  public Settings(Jdbi jdbi, BiConsumer<Handle, Change> changes, Clock clock) {
    this.jdbi = jdbi;
    this.store = new SettingStore(jdbi);
    this.changes = changes;
    this.clock = clock;
  }

  /** A change of a setting. */
  public record Change(Setting setting, Principal by) {}

  /** A setting on the wire; never changed ones have neither time nor person. */
  record View(
      String name,
      JsonNode value,
      JsonNode defaultValue,
      @Nullable Instant changedAt,
      @Nullable Long changedById,
      @Nullable String changedBy) {}

  /** A text. */
  public String text(Setting setting) {
    return value(setting).asString();
  }

  /** A whole number. */
  public int integer(Setting setting) {
    return value(setting).asInt();
  }

  /** A list of texts. */
  public List<String> texts(Setting setting) {
    return value(setting).valueStream().map(JsonNode::asString).toList();
  }

  List<View> all() {
    Map<String, SettingStore.Stored> stored =
        store.all().stream()
            .collect(Collectors.toMap(SettingStore.Stored::name, Function.identity()));
    return Arrays.stream(Setting.values())
        .map(setting -> view(setting, stored.get(setting.storedName())))
        .toList();
  }

  /**
   * Changes a setting.
   *
   * @throws ProblemException 400 {@code invalid_request}
   */
  View change(Principal by, Setting setting, JsonNode value) {
    if (!setting.accepts(value)) {
      throw ProblemException.invalidRequest(
          List.of(
              new FieldError(
                  "value", "This is no value of " + setting.storedName() + ".", "value_invalid")));
    }
    String json = Json.MAPPER.writeValueAsString(value);
    jdbi.useTransaction(handle -> {
      store.put(handle, setting.storedName(), json, by.userId(), clock.instant());
      changes.accept(handle, new Change(setting, by));
    });
    return view(setting);
  }

  private View view(Setting setting) {
    return all().stream()
        .filter(view -> view.name().equals(setting.storedName()))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode value(Setting setting) {
    return view(setting).value();
  }

  private static View view(Setting setting, SettingStore.@Nullable Stored stored) {
    JsonNode usual = setting.defaultValue();
    return stored == null
        ? new View(setting.storedName(), usual, usual, null, null, null)
        : new View(
            setting.storedName(),
            Json.MAPPER.readTree(stored.value()),
            usual,
            stored.changedAt(),
            stored.changedById(),
            stored.changedBy());
  }
}
