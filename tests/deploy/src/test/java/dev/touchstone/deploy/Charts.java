package dev.touchstone.deploy;

import dev.touchstone.deploy.Command.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The charts, rendered once for all tests. */
final class Charts {
  /** What EKS runs here; infrastructure/ has the same default. */
  private static final String KUBERNETES = "1.36";

  /** In a copy, because helm puts charts that another needs into its folder. */
  private static final Path FOLDER = Repository.TARGET.resolve("charts");

  private static final List<Release> RELEASES = renderAll();

  private Charts() {}

  /** Every chart with every file of values. */
  static List<Release> releases() {
    return RELEASES;
  }

  static Release release(String name) {
    return RELEASES.stream()
        .filter(release -> release.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Ending lint(Release release) {
    return helm(
        "lint",
        "--strict",
        FOLDER.resolve(release.chart()).toString(),
        "--values",
        release.values().toString());
  }

  /** Renders a chart with a file of values and more of them on the command line. */
  static Ending template(String chart, Path values, String namespace, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "template",
                "test",
                FOLDER.resolve(chart).toString(),
                "--namespace",
                namespace,
                "--kube-version",
                KUBERNETES,
                "--values",
                values.toString()));
    words.addAll(List.of(more));
    return helm(words.toArray(String[]::new));
  }

  private static Ending helm(String... arguments) {
    List<String> words = new ArrayList<>(List.of(Npm.helm().toString()));
    words.addAll(List.of(arguments));
    return Command.run(Repository.TARGET, words);
  }

  private static List<Release> renderAll() {
    copy();
    helm("dependency", "build", FOLDER.resolve("platform").toString()).orFail();
    return Repository.list(Repository.CHARTS).stream()
        .filter(Files::isDirectory)
        .flatMap(chart -> Repository.list(chart.resolve("ci")).stream().map(Charts::render))
        .toList();
  }

  private static Release render(Path values) {
    String chart = Repository.CHARTS.relativize(values).getName(0).toString();
    String name = values.getFileName().toString().replaceFirst("-values\\.yaml$", "");
    // The judges' namespace is beside that of the services.
    String namespace = chart.equals("judge") ? name + "-judges" : name;
    String text = template(chart, values, namespace).orFail();
    return new Release(chart, values, namespace, KubernetesObject.all(text));
  }

  private static void copy() {
    try {
      delete(FOLDER);
      try (Stream<Path> files = Files.walk(Repository.CHARTS)) {
        for (Path file : files.toList()) {
          Path copy = FOLDER.resolve(Repository.CHARTS.relativize(file));
          // Left by a helm that somebody called by hand.
          if (!file.toString().endsWith(".tgz")) {
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
          }
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
