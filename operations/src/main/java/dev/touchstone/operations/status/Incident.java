package dev.touchstone.operations.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that people notice, or will notice. Immutable.
 *
 * @param begunAt when people began to notice it
 * @param endedAt null while it goes on
 * @param updates the first is what it was opened with
 */
record Incident(
    String id,
    Impact impact,
    List<String> components,
    Words title,
    Instant begunAt,
    @Nullable Instant endedAt,
    List<Update> updates) {
  Incident {
    // also when it is read from a document: one without these can't be shown
    Objects.requireNonNull(id);
    Objects.requireNonNull(impact);
    Objects.requireNonNull(title);
    Objects.requireNonNull(begunAt);
    components = List.copyOf(components);
    updates = List.copyOf(updates);
  }

  /** How much people notice. */
  enum Impact {
    maintenance("Maintenance", "Bảo trì"),
    minor("Minor", "Ảnh hưởng nhỏ"),
    major("Major", "Ảnh hưởng lớn");

    private final String english;
    private final String vietnamese;

    Impact(String english, String vietnamese) {
      this.english = english;
      this.vietnamese = vietnamese;
    }

    Words words() {
      return new Words(english, vietnamese);
    }
  }

  /** How far those are who work on it. */
  enum Stage {
    investigating("Investigating", "Đang tìm hiểu"),
    identified("Cause found", "Đã rõ nguyên nhân"),
    monitoring("Fixed, watching", "Đã khắc phục, đang theo dõi"),
    closed("Over", "Đã kết thúc");

    private final String english;
    private final String vietnamese;

    Stage(String english, String vietnamese) {
      this.english = english;
      this.vietnamese = vietnamese;
    }

    Words words() {
      return new Words(english, vietnamese);
    }
  }

  /** What was said at a time. */
  record Update(Instant at, Stage stage, Words text) {
    Update {
      Objects.requireNonNull(at);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(text);
    }
  }

  boolean goesOn() {
    return endedAt == null;
  }

  /** With one update more. */
  Incident with(Update update, @Nullable Instant end) {
    List<Update> all = new ArrayList<>(updates);
    all.add(update);
    return new Incident(id, impact, components, title, begunAt, end, all);
  }
}
