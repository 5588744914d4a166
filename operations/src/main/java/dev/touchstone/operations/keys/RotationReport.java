package dev.touchstone.operations.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says, for people and programs.
 *
 * @param environment the environment
 * @param journal where it is
 * @param due whether a rotation should begin: the last one ended a quarter ago, or there was none
 * @param nextDue when the next one should begin; null while one goes on, or if there was none
 * @param rotations the oldest first
 */
record RotationReport(
    String environment,
    String journal,
    boolean due,
    @Nullable Instant nextDue,
    List<Entry> rotations) {
  /** A quarter. */
  static final Duration INTERVAL = Duration.ofDays(91);

  /** A state and when it was entered. */
  record Step(State state, Instant at) {}

  /** One rotation. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String id,
      boolean emergency,
      State state,
      boolean finished,
      Instant startedAt,
      @Nullable Instant finishedAt,
      List<String> oldFingerprints,
      @Nullable String newFingerprint,
      @Nullable Instant revokedAt,
      @Nullable Instant bothValidUntil,
      List<String> signIns,
      @Nullable String reason,
      List<Step> steps) {}

  static RotationReport of(String environment, Site site, List<Rotation> journal, Instant now) {
    Map<String, List<Rotation>> grouped = new LinkedHashMap<>();
    journal.forEach(
        entry -> grouped.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry));
    List<Entry> rotations = grouped.values().stream().map(RotationReport::entry).toList();
    Instant next =
        rotations.isEmpty() || rotations.getLast().finishedAt() == null
            ? null
            : rotations.getLast().finishedAt().plus(INTERVAL);
    boolean due = rotations.isEmpty() || (next != null && !now.isBefore(next));
    return new RotationReport(environment, site.name(), due, next, rotations);
  }

  private static Entry entry(List<Rotation> entries) {
    Rotation last = entries.getLast();
    List<Step> steps = new ArrayList<>();
    for (Rotation each : entries) {
      if (steps.isEmpty() || steps.getLast().state() != each.state()) {
        steps.add(new Step(each.state(), each.at()));
      }
    }
    return new Entry(
        last.id(),
        last.emergency(),
        last.state(),
        last.finished(),
        last.startedAt(),
        last.finishedAt(),
        last.old().stream().map(PublicKey::fingerprint).toList(),
        last.key().map(PublicKey::fingerprint).orElse(null),
        last.revokedAt(),
        last.bothValidUntil(),
        last.signIns(),
        last.reason(),
        steps);
  }

  /** The last rotation as a page; for an emergency it is the incident report. */
  String page() {
    if (rotations.isEmpty()) {
      return "No key of %s has been rotated. Begin with \"keys rotate\".\n".formatted(environment);
    }
    Entry last = rotations.getLast();
    StringBuilder page = new StringBuilder();
    page.append(
        last.emergency()
            ? "# Incident: key of the bastion, "
            : "# Rotation of the bastion's key, ");
    page.append(environment).append("\n\n");
    row(page, "rotation", last.id());
    row(page, "state", last.state() + (last.finished() ? ", finished" : ""));
    row(page, "started", last.startedAt());
    row(page, "old keys taken away", last.revokedAt());
    row(page, "both keys valid until", last.bothValidUntil());
    row(page, "finished", last.finishedAt());
    row(page, "ended because", last.reason());
    row(page, "next due", nextDue);
    row(page, "old keys", String.join(", ", last.oldFingerprints()));
    row(page, "new key", last.newFingerprint());
    page.append("\nSteps:\n\n");
    last.steps()
        .forEach(step ->
            page.append("- ").append(step.at()).append(" ").append(step.state()).append("\n"));
    if (last.emergency()) {
      page.append("\nSign-ins with the old keys, as far as the bastion's log reaches:\n\n");
      last.signIns().forEach(line -> page.append("- ").append(line).append("\n"));
      if (last.signIns().isEmpty()) {
        page.append(last.revokedAt() == null ? "not listed yet\n" : "none was found\n");
      }
      page.append(
          """

          To add by hand: how the key got into wrong hands, what was reached through each address above that is not
          yours (queries of the database in its log, calls of the Kubernetes API in the audit log), and what was changed.
          """);
    }
    return page.toString();
  }

  private static void row(StringBuilder page, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      page.append("- ").append(name).append(": ").append(value).append("\n");
    }
  }
}
