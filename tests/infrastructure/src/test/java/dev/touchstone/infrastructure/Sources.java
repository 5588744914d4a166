package dev.touchstone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Terraform sources. */
final class Sources {
  /** This module's build output; the tests write nowhere else. */
  static final Path TARGET = Path.of("target").toAbsolutePath();

  /** The repository. */
  static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  static final Path INFRASTRUCTURE = REPOSITORY.resolve("infrastructure");

  /** In the order in which they are applied: each reads the values of earlier ones. */
  static final List<String> ROOTS =
      Stream.of("network", "cluster", "data", "access", "edge", "observability")
          .takeWhile(root -> Files.isDirectory(INFRASTRUCTURE.resolve("roots").resolve(root)))
          .toList();

  /** How a root lists other roots whose values it reads. */
  private static final Pattern SEVERAL_ROOTS =
      Pattern.compile("data \"aws_ssm_parameter\" \"handover\" \\{\\s+for_each = toset\\((.*)\\)");

  static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");

  private Sources() {}

  /** The roots whose values a root reads. */
  static List<String> before(String root) {
    String text = text(INFRASTRUCTURE.resolve("roots").resolve(root));
    return ROOTS.stream()
        .takeWhile(other -> !other.equals(root))
        .filter(other ->
            text.contains("handover_prefix}/" + other + "\"")
                || SEVERAL_ROOTS
                    .matcher(text)
                    .results()
                    .anyMatch(list -> list.group(1).contains("\"" + other + "\"")))
        .toList();
  }

  /** The modules' folders, by name. */
  static List<Path> modules() {
    return folders(INFRASTRUCTURE.resolve("modules"));
  }

  /** The examples' folders. */
  static List<Path> examples() {
    return folders(INFRASTRUCTURE.resolve("examples"));
  }

  /** The roots' folders, and the one that creates the bucket for their state. */
  static List<Path> roots() {
    return Stream.concat(
            Stream.of(INFRASTRUCTURE.resolve("bootstrap")).filter(Files::isDirectory),
            folders(INFRASTRUCTURE.resolve("roots")).stream())
        .toList();
  }

  /** The variable files of a root in an environment. */
  static List<Path> variables(String environment, String root) {
    Path folder = INFRASTRUCTURE.resolve("environments").resolve(environment);
    return Stream.of("common", root)
        .map(name -> folder.resolve(name + ".tfvars"))
        .filter(Files::exists)
        .toList();
  }

  /** A root as a module of another one, with the values of an environment. */
  static String asModule(String source, String environment, String root) {
    return variables(environment, root).stream()
        .map(Sources::read)
        .collect(
            Collectors.joining(
                "\n", "module \"%s\" {\n  source = \"%s\"\n".formatted(root, source), "}\n"));
  }

  /** A folder's name as part of a file name: {@code roots-network}. */
  static String nameOf(Path folder) {
    return folder
        .subpath(folder.getNameCount() - 2, folder.getNameCount())
        .toString()
        .replace('/', '-');
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The text of all Terraform files of a folder. */
  static String text(Path folder) {
    return terraformFiles(folder).stream().map(Sources::read).collect(Collectors.joining("\n"));
  }

  static List<Path> terraformFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tf")).sorted().toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
