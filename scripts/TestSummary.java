import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds up the JUnit reports of all stages of {@code ./touchstone test}: what failed, what was skipped
 * and why. The last line is {@code N passed, N failed, N skipped}; the exit status 1 if any failed.
 *
 * <p>Usage: {@code java scripts/TestSummary.java target/test}
 */
public final class TestSummary {
  private static final Set<String> PRUNED = Set.of("node_modules", ".git", "lib", "classes", "data", ".terraform");
  private int passed;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> skips = new LinkedHashMap<>();
  private int skipped;

  /** Reads the reports and prints the summary. */
  public static void main(String[] arguments) throws Exception {
    TestSummary summary = new TestSummary();
    Path results = Path.of(arguments[0]);
    for (Path report : reports(Path.of("."))) {
      summary.add(report);
    }
    summary.addStages(results);
    System.exit(summary.print(results) ? 0 : 1);
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
    } catch (SAXException e) { // what wrote it was stopped in the middle
      failures.add("report " + report + " is not complete");
      return;
    }
    for (int i = 0; i < cases.getLength(); i++) {
      add((Element) cases.item(i));
    }
  }

  private void add(Element test) {
    String name = test.getAttribute("classname") + ": " + test.getAttribute("name");
    NodeList skip = test.getElementsByTagName("skipped");
    if (test.getElementsByTagName("failure").getLength() > 0
        || test.getElementsByTagName("error").getLength() > 0) {
      failures.add(name);
    } else if (skip.getLength() > 0) {
      String reason = ((Element) skip.item(0)).getAttribute("message");
      skipped(reason.isBlank() ? name : reason.lines().findFirst().orElse(name));
    } else {
      passed++;
    }
  }

  /** A stage that ended badly although no test of it failed is a failure of its own. */
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

  private boolean print(Path results) throws IOException {
    System.out.println();
    System.out.println("Stages:");
    for (String line : lines(results.resolve("stages.tsv"))) {
      String[] fields = line.split("\t");
      System.out.printf(
          "  %-16s %6s s  %s%n", fields[0], fields[2], fields[1].equals("0") ? "ok" : "FAILED");
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
