import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds up the JUnit reports of all stages of {@code ./touchstone test}: what failed and where, what
 * was skipped and why, and whether it took too long. The last line is {@code N passed, N failed, N
 * skipped}; the exit status is 1 if any failed.
 *
 * <p>Usage: {@code java scripts/TestSummary.java target/test SECONDS}
 */
public final class TestSummary {
  private static final Set<String> PRUNED = Set.of("node_modules", ".git", "lib", "classes", "data", ".terraform");
  // As Java, Vitest and Playwright write them. The frames of the module `testing` only wait.
  private static final Pattern STACK_LINE = Pattern.compile("^\\s+(at|❯) ");
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "^\\s+(at|❯) (.*dev\\.touchstone\\.(?!testing\\.)|(?!.*node_modules/).*(src|e2e)/)");
  /** How long all stages may take on two cores. */
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private static final int MESSAGE_LINES = 8; // Playwright gives what was received on the sixth
  private static final int LINE_LENGTH = 300;
  private int passed;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> skips = new LinkedHashMap<>();
  private int skipped;

  /** Reads the reports and prints the summary. */
  public static void main(String[] arguments) throws Exception {
    TestSummary summary = new TestSummary();
    Path results = Path.of(arguments[0]);
    Duration elapsed = Duration.ofSeconds(Long.parseLong(arguments[1]));
    for (Path report : reports(Path.of("."))) {
      summary.add(report);
    }
    summary.addStages(results);
    System.exit(summary.print(results, elapsed) ? 0 : 1);
  }

  /** Reports of Surefire, and the XML files of the stages. */
  private static List<Path> reports(Path root) throws IOException {
    List<Path> reports = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return PRUNED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            boolean surefire =
                name.startsWith("TEST-") && file.getParent().endsWith("surefire-reports");
            if (name.endsWith(".xml") && (surefire || file.getParent().endsWith("target/test"))) {
              reports.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return reports;
  }

  private void add(Path report) throws Exception {
    NodeList cases;
    try {
      cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
    } catch (SAXException e) { // its writer was stopped
      failures.add("report " + report + " is incomplete");
      return;
    }
    for (int i = 0; i < cases.getLength(); i++) {
      add((Element) cases.item(i));
    }
  }

  private void add(Element test) {
    String name = test.getAttribute("classname") + ": " + test.getAttribute("name");
    Optional<Element> skip = first(test, "skipped");
    Optional<Element> failure = first(test, "failure").or(() -> first(test, "error"));
    if (failure.isPresent()) {
      failures.add(name + cause(failure.get()));
    } else if (skip.isPresent()) {
      String reason = skip.get().getAttribute("message");
      skipped(reason.isBlank() ? name : reason.lines().findFirst().orElse(name));
    } else {
      passed++;
    }
  }

  private static Optional<Element> first(Element test, String name) {
    return Optional.ofNullable((Element) test.getElementsByTagName(name).item(0));
  }

  /** The beginning of the message and its first line in our code, indented below the name. */
  private static String cause(Element failure) {
    List<String> text = failure.getTextContent().lines().filter(line -> !line.isBlank()).toList();
    // Surefire's text begins with the exception; others may have the message as an attribute alone.
    List<String> message = text.isEmpty() ? failure.getAttribute("message").lines().toList() : text;
    Stream<String> beginning =
        message.stream().takeWhile(line -> !STACK_LINE.matcher(line).find()).limit(MESSAGE_LINES);
    Stream<String> place = text.stream().filter(line -> OWN_LINE.matcher(line).find()).limit(1);
    return Stream.concat(beginning, place)
        .map(line -> line.substring(0, Math.min(line.length(), LINE_LENGTH)).strip())
        .map(line -> "\n    " + line)
        .collect(Collectors.joining());
  }

  /** A stage that failed although none of its tests did counts as a failure. */
  private void addStages(Path results) throws IOException {
    for (String line : lines(results.resolve("stages.tsv"))) {
      String[] fields = line.split("\t");
      if (!fields[1].equals("0")) {
        failures.add("stage " + fields[0] + " ended with status " + fields[1]);
      }
    }
    for (String line : lines(results.resolve("skipped.tsv"))) {
      skipped(line.replace("\t", ": "));
    }
  }

  private void skipped(String reason) {
    skipped++;
    skips.merge(reason, 1, Integer::sum);
  }

  private boolean print(Path results, Duration elapsed) throws IOException {
    System.out.println();
    System.out.println("Stages:");
    for (String line : lines(results.resolve("stages.tsv"))) {
      String[] fields = line.split("\t");
      System.out.printf(
          "  %-16s %6s s  %s%n", fields[0], fields[2], fields[1].equals("0") ? "ok" : "FAILED");
    }
    System.out.printf("  %-16s %6d s%n", "all together", elapsed.toSeconds());
    if (elapsed.compareTo(LIMIT) > 0) {
      System.out.printf("WARNING: longer than the %d minutes allowed%n", LIMIT.toMinutes());
    }
    System.out.println(skips.isEmpty() ? "Skipped: nothing" : "Skipped:");
    skips.forEach((reason, count) -> System.out.printf("  %4d x %s%n", count, reason));
    failures.forEach(failure -> System.out.println("FAILED " + failure));
    System.out.printf(
        "%d passed, %d failed, %d skipped%n", passed, failures.size(), skipped);
    return failures.isEmpty();
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
