package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/traceability.md} lists every box of the architecture document and only existing
 * files.
 */
class TraceabilityTest {
  private static final Path DOCUMENT =
      Sources.REPOSITORY.resolve("../shared/system-architecture.md").normalize();

  private static final Path TABLE = Sources.REPOSITORY.resolve("docs/traceability.md");

  private static final Set<String> HOW =
      Set.of("applied", "mock", "tested", "rendered", "paper", "outside", "open");

  /** A box of a flow chart, a participant, an entity, a state. */
  private static final Pattern BOX =
      Pattern.compile(
          "\\b([A-Z][A-Z0-9_]*)\\[|participant (\\w+) as|^ +([A-Z_]+) \\{|^ +(\\w+) --> (\\w+):");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** An open row says what it waits for. */
  private static final Pattern REASON = Pattern.compile("with \\w.*");

  /** One row: boxes, where, how. */
  private record Row(String diagram, List<String> boxes, String where, String how) {
    /** The files of the row; an open row has a reason instead. */
    List<String> files() {
      return how.equals("open") ? List.of() : codes(where);
    }
  }

  @Test
  void everyBoxOfTheDocumentHasARow() {
    Assumptions.assumeTrue(
        Files.exists(DOCUMENT), "the architecture document is not beside the sources");
    Map<String, Set<String>> listed = new TreeMap<>();
    rows()
        .forEach(
            row -> listed.computeIfAbsent(row.diagram(), _ -> new TreeSet<>()).addAll(row.boxes()));
    assertThat(listed).isEqualTo(boxes());
  }

  @Test
  void everyFileNamedExists() {
    assertThat(rows().stream().flatMap(row -> row.files().stream()))
        .isNotEmpty()
        .allMatch(file -> Files.exists(Sources.REPOSITORY.resolve(file)));
  }

  @Test
  void everyRowSaysHowItIsTested() {
    assertThat(rows())
        .allSatisfy(row -> {
          assertThat(HOW).contains(row.how());
          assertThat(row.files().isEmpty())
              .as(row.toString())
              .isEqualTo(Set.of("outside", "open").contains(row.how()));
          if (row.how().equals("open")) {
            assertThat(row.where()).matches(REASON);
          }
        });
  }

  private static List<Row> rows() {
    String[] diagram = {""};
    return Sources.read(TABLE)
        .lines()
        .peek(line -> {
          if (line.startsWith("## ")) {
            diagram[0] = line.substring(3);
          }
        })
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" *\\| *"))
        .map(cells -> new Row(diagram[0], codes(cells[1]), cells[2], cells[3]))
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  /** The boxes of each diagram, by the heading above it. */
  private static Map<String, Set<String>> boxes() {
    Map<String, Set<String>> boxes = new TreeMap<>();
    String heading = "";
    boolean diagram = false;
    for (String line : Sources.read(DOCUMENT).lines().toList()) {
      if (line.startsWith("```")) {
        diagram = line.equals("```mermaid");
      } else if (!diagram && line.startsWith("#")) {
        heading = line.replaceFirst("^#+ ", "");
      } else if (diagram) {
        Matcher box = BOX.matcher(line);
        while (box.find()) {
          names(box).forEach(boxes.computeIfAbsent(heading, _ -> new TreeSet<>())::add);
        }
      }
    }
    return boxes;
  }

  private static Stream<String> names(Matcher box) {
    return Stream.of(1, 2, 3, 4, 5).map(box::group).filter(name -> name != null);
  }
}
