package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/traceability.md} lists every box, table row, bullet and decision record of the
 * architecture document, names only existing files, and claims of a file only what the tests can
 * have seen.
 */
class TraceabilityTest {
  /** Beside the sources, or beside a folder that contains them. */
  private static final Optional<Path> DOCUMENT =
      Stream.iterate(Sources.REPOSITORY, Objects::nonNull, Path::getParent)
          .map(folder -> folder.resolve("shared/system-architecture.md"))
          .filter(Files::exists)
          .findFirst();

  private static final Path TABLE = Sources.REPOSITORY.resolve("docs/traceability.md");

  private static final Set<String> HOW =
      Set.of("applied", "mock", "tested", "rendered", "checked", "paper", "outside", "open");

  /** A box of a flow chart, a participant, an entity, a state. */
  private static final Pattern BOX =
      Pattern.compile(
          "\\b([A-Z][A-Z0-9_]*)\\[|participant (\\w+) as|^ +([A-Z_]+) \\{|^ +(\\w+) --> (\\w+):");

  /** The first cell of a table's row; the header of each table is one of {@link #HEADERS}. */
  private static final Pattern TABLE_ROW = Pattern.compile("^\\| \\**([^|*]+?)\\** \\|.*");

  private static final Set<String> HEADERS = Set.of("Component", "Tool");

  /** A bullet with its name in bold, or without one. */
  private static final Pattern BULLET = Pattern.compile("^- (?:\\*\\*(.+?)\\*\\*.*|(.+))");

  private static final String DECISIONS = "Architecture Decision Records (ADRs)";

  private static final Pattern DECISION = Pattern.compile("^### (ADR-[0-9]+): .*");

  private static final Pattern RESOURCE =
      Pattern.compile("(?m)^resource \"(\\w+)\" \"(\\w+)\" \\{");

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
  void everyElementOfTheDocumentHasARow() {
    Assumptions.assumeTrue(
        DOCUMENT.isPresent(), "the architecture document is not beside the sources");
    Map<String, Set<String>> listed = new TreeMap<>();
    rows()
        .forEach(
            row -> listed.computeIfAbsent(row.diagram(), _ -> new TreeSet<>()).addAll(row.boxes()));
    assertThat(listed).isEqualTo(elements(Sources.read(DOCUMENT.get())));
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

  /** What was seen of a file depends on its kind. */
  @Test
  void noRowClaimsMoreThanItsFilesAllow() {
    assertThat(rows())
        .allSatisfy(row ->
            assertThat(row.files()).as(row.toString()).allMatch(file -> allows(row.how(), file)));
  }

  @Test
  void theClaimsAreChecked() {
    assertThat(allows("applied", "infrastructure/modules/audit/trail.tf")).isTrue();
    assertThat(allows("applied", "infrastructure/modules/database/replica.tf")).isFalse();
    assertThat(allows("applied", "docs/operations.md")).isFalse();
    assertThat(allows("tested", "infrastructure/README.md")).isFalse();
    assertThat(allows("paper", "infrastructure/modules/database/replica.tf")).isFalse();
    assertThat(allows("checked", "deploy/charts/judge")).isFalse();
    assertThat(allows("rendered", ".github/workflows/build.yml")).isFalse();
  }

  private static boolean allows(String how, String file) {
    return switch (how) {
      case "applied" ->
          file.startsWith("infrastructure") && !file.endsWith(".md") && isApplied(file);
      case "mock" -> file.startsWith("infrastructure") && !file.endsWith(".md");
      case "rendered" -> file.startsWith("deploy/charts") || file.startsWith("deploy/argocd");
      case "checked" -> file.startsWith(".github/");
      case "paper" -> file.endsWith(".md");
      case "tested" -> !file.endsWith(".tf") && !file.endsWith(".md");
      default -> true;
    };
  }

  /** Whether moto gets any of the file's resources. */
  private static boolean isApplied(String file) {
    Path path = Sources.REPOSITORY.resolve(file);
    if (!file.endsWith(".tf")) {
      return true;
    }
    String folder = Sources.INFRASTRUCTURE.relativize(path.getParent()).toString();
    List<String> resources =
        RESOURCE
            .matcher(Sources.read(path))
            .results()
            .map(match -> folder + " " + match.group(1) + " " + match.group(2))
            .toList();
    Set<String> missing =
        MotoGaps.MISSING.stream()
            .map(gap -> gap.folder() + " " + gap.type() + " " + gap.name())
            .collect(Collectors.toSet());
    return resources.isEmpty() || !missing.containsAll(resources);
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

  /** The boxes, rows, bullets and decisions of the document, by the heading above them. */
  private static Map<String, Set<String>> elements(String document) {
    Map<String, Set<String>> elements = new TreeMap<>();
    String heading = "";
    String block = "";
    for (String line : document.lines().toList()) {
      if (line.startsWith("```")) {
        block = block.isEmpty() ? line.substring(3) + "." : "";
      } else if (block.isEmpty() && line.startsWith("#")) {
        Matcher decision = DECISION.matcher(line);
        if (decision.matches()) {
          elements.computeIfAbsent(DECISIONS, _ -> new TreeSet<>()).add(decision.group(1));
        } else {
          heading = line.replaceFirst("^#+ ", "");
        }
      } else {
        Set<String> found =
            (switch (block) {
                  case "mermaid." -> boxes(line);
                  case "" -> items(line);
                  default -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
        if (!found.isEmpty()) {
          elements.computeIfAbsent(heading, _ -> new TreeSet<>()).addAll(found);
        }
      }
    }
    return elements;
  }

  private static Stream<String> boxes(String line) {
    return BOX.matcher(line).results().flatMap(TraceabilityTest::names);
  }

  private static Stream<String> items(String line) {
    return Stream.of(TABLE_ROW, BULLET)
        .flatMap(pattern -> pattern.matcher(line).results())
        .flatMap(TraceabilityTest::names)
        .filter(name -> !HEADERS.contains(name));
  }

  private static Stream<String> names(MatchResult match) {
    return IntStream.rangeClosed(1, match.groupCount())
        .mapToObj(match::group)
        .filter(Objects::nonNull);
  }
}
