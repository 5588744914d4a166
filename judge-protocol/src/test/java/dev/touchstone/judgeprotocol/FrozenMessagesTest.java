package dev.touchstone.judgeprotocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as earlier versions sent them, in {@code frozen/<version>/from-<sender>}. They stay as
 * they are for as long as that version may still run beside this one; a change of the protocol adds
 * a folder.
 */
class FrozenMessagesTest {
  private static final Path FROZEN = Path.of("src/test/resources/frozen");

  /** The services of these versions refuse a report with a field that they do not know. */
  private static final Set<String> STRICT_SERVICES = Set.of("1");

  /** By the first word of the file's name, or the first two. */
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "lease-request", LeaseRequest.class,
          "heartbeat", Heartbeat.class,
          "events", ProgressReport.class,
          "result", ResultReport.class,
          "release", ReleaseReport.class,
          "lease", Lease.class,
          "exercise", ExerciseTerms.class,
          "revision", RevisionListing.class);

  /** One file. */
  record Frozen(String version, String sender, String name, JsonNode message) {
    Class<?> type() {
      Class<?> exact = TYPES.get(name);
      return exact == null ? Objects.requireNonNull(TYPES.get(name.split("-", 2)[0])) : exact;
    }

    Object read() {
      return Json.MAPPER.treeToValue(message, type());
    }

    @Override
    public String toString() {
      return version + "/" + sender + "/" + name;
    }
  }

  static List<Frozen> messages() throws IOException {
    try (Stream<Path> files = Files.walk(FROZEN)) {
      return files
          .filter(file ->
              file.toString().endsWith(".json") && FROZEN.relativize(file).getNameCount() == 3)
          .sorted()
          .map(FrozenMessagesTest::frozen)
          .toList();
    }
  }

  private static Frozen frozen(Path file) {
    Path place = FROZEN.relativize(file);
    return new Frozen(
        place.getName(0).toString(),
        place.getName(1).toString(),
        place.getName(2).toString().replace(".json", ""),
        Json.MAPPER.readTree(file.toFile()));
  }

  @Test
  void everyVersionHasEveryMessage() throws IOException {
    Map<String, Set<Class<?>>> types =
        messages().stream()
            .collect(
                Collectors.groupingBy(
                    Frozen::version, Collectors.mapping(Frozen::type, Collectors.toSet())));
    assertThat(types).containsKey("1");
    assertThat(types.values()).allSatisfy(found -> assertThat(found).containsAll(TYPES.values()));
  }

  /** What is read and written again is what was sent, so nothing was lost, renamed or retyped. */
  @ParameterizedTest
  @MethodSource("messages")
  void thisVersionReadsTheMessageAndSendsAllThatItsReaderNeeds(Frozen frozen) {
    JsonNode sent = Json.MAPPER.valueToTree(frozen.read());
    assertContains(sent, frozen.message(), frozen.toString());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void thisVersionSendsNoFieldThatItsReaderRefuses(Frozen frozen) {
    if (STRICT_SERVICES.contains(frozen.version()) && frozen.sender().equals("from-judge")) {
      JsonNode sent = Json.MAPPER.valueToTree(frozen.read());
      assertThat(fields(sent)).isEqualTo(fields(frozen.message()));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void fieldsOfALaterVersionAreIgnored(Frozen frozen) {
    JsonNode later = frozen.message().deepCopy();
    addUnknownFields(later);
    assertThat(Json.MAPPER.treeToValue(later, frozen.type())).isEqualTo(frozen.read());
  }

  @Test
  void everyVerdictOfTheFirstVersionIsThereInTheSameOrder() {
    List<String> known =
        Json.MAPPER
            .readTree(FROZEN.resolve("1/verdicts.json").toFile())
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    assertThat(Stream.of(Verdict.values()).map(Verdict::name).filter(known::contains).toList())
        .isEqualTo(known);
  }

  @Test
  void aVerdictOfALaterVersionIsAFailureOfTheJudge() {
    assertThat(Json.MAPPER.readValue("\"LATER\"", Verdict.class)).isEqualTo(Verdict.JE);
  }

  @Test
  void listsMayBeAbsent() {
    assertThat(Json.MAPPER.readValue("{\"fencing_token\": 1}", ProgressReport.class))
        .isEqualTo(new ProgressReport(1, null, null, List.of()));
  }

  private static void assertContains(JsonNode sent, JsonNode needed, String place) {
    if (needed.isObject()) {
      needed
          .properties()
          .forEach(field -> {
            String inside = place + "." + field.getKey();
            assertThat(sent.has(field.getKey())).as(inside + " is sent").isTrue();
            assertContains(sent.path(field.getKey()), field.getValue(), inside);
          });
    } else if (needed.isArray()) {
      assertThat(sent.size()).as(place).isEqualTo(needed.size());
      for (int i = 0; i < needed.size(); i++) {
        assertContains(sent.path(i), needed.path(i), place + "[" + i + "]");
      }
    } else if (needed.isNumber()) {
      assertThat(sent.isNumber()).as(place).isTrue();
      assertThat(sent.decimalValue()).as(place).isEqualByComparingTo(needed.decimalValue());
    } else {
      assertThat(sent).as(place).isEqualTo(needed);
    }
  }

  private static Set<String> fields(JsonNode message) {
    Set<String> fields = new TreeSet<>();
    collectFields(message, "", fields);
    return fields;
  }

  private static void collectFields(JsonNode node, String place, Set<String> fields) {
    node.properties()
        .forEach(field -> {
          fields.add(place + field.getKey());
          collectFields(field.getValue(), place + field.getKey() + ".", fields);
        });
    if (node instanceof ArrayNode list) {
      list.forEach(element -> collectFields(element, place, fields));
    }
  }

  private static void addUnknownFields(JsonNode node) {
    node.forEach(FrozenMessagesTest::addUnknownFields);
    // The names of titles are languages, not fields.
    if (node instanceof ObjectNode object && !object.has("en")) {
      object.putObject("added_later").put("by", "a later version");
    }
  }
}
