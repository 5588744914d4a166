package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.CompiledClass.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class to start among compiled ones, by the rules of the {@code java} launcher (JEP 512,
 * JLS 12.1.4): a {@code main} method that takes arguments before one that takes none, declared or
 * inherited, not private; an instance method only where the class can be instantiated. The class
 * files come out of a compiler that learners feed, so one that can't be read is not a candidate,
 * and the search neither recurses along a hierarchy nor visits a type twice for one class.
 */
final class MainClass {
  private static final String CLASS = ".class";

  /** By internal name. */
  private final Map<String, CompiledClass> classes;

  /**
   * A class that can be started.
   *
   * @param rank lower for what is more likely meant to be started
   */
  private record Candidate(String name, CompiledClass type, int rank) {
    boolean isOf(String entryPoint) {
      String file = entryPoint.substring(entryPoint.lastIndexOf('/') + 1);
      return !file.isEmpty() && (isNamed(entryPoint) || type.sourceFile().equals(file));
    }

    boolean isNamed(String wanted) {
      return name.equals(wanted) || name.endsWith("." + wanted);
    }
  }

  private record Found(CompiledClass owner, Main method) {}

  private MainClass(Map<String, CompiledClass> classes) {
    this.classes = classes;
  }

  /**
   * Returns the name of the class to start. Of several that have a main method, this is the one
   * that the author names; else one that is named like its file, as a public class is; of those the
   * one named {@code Main}, or a public one; then one that declares the method before one that
   * inherits it, a static method before one of an instance, and the class of an earlier file.
   *
   * @param files the names of the sources, in order
   * @param entryPoint the name of a class or of its file, empty for none
   */
  static Optional<String> find(Path folder, List<String> files, String entryPoint)
      throws IOException {
    List<String> names =
        files.stream().map(file -> file.substring(file.lastIndexOf('/') + 1)).toList();
    return new MainClass(read(folder)).find(names, entryPoint);
  }

  private Optional<String> find(List<String> files, String entryPoint) {
    return classes.values().stream()
        .flatMap(type -> candidate(type).stream())
        .min(
            Comparator.comparing((Candidate candidate) -> !candidate.isOf(entryPoint))
                .thenComparing(candidate -> !candidate.type().isNamedLikeItsFile())
                .thenComparing(candidate -> !candidate.isNamed("Main"))
                .thenComparing(candidate -> !candidate.type().isPublic())
                .thenComparingInt(Candidate::rank)
                .thenComparingInt(candidate -> files.indexOf(candidate.type().sourceFile()))
                .thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private static Map<String, CompiledClass> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(file -> file.toString().endsWith(CLASS)).toList();
    }
    Map<String, CompiledClass> classes = new TreeMap<>();
    for (Path file : files) {
      String path = folder.relativize(file).toString();
      String name = path.substring(0, path.length() - CLASS.length());
      CompiledClass.read(file, name).ifPresent(type -> classes.put(name, type));
    }
    return classes;
  }

  private Optional<Candidate> candidate(CompiledClass type) {
    Optional<Found> withArguments = method(type, CompiledClass.WITH_ARGUMENTS);
    Optional<Found> main = withArguments.or(() -> method(type, CompiledClass.WITHOUT_ARGUMENTS));
    return main.filter(found -> found.method().isStatic() || type.canBeInstantiated())
        .map(found ->
            new Candidate(
                type.name().replace('/', '.'),
                type,
                (found.owner().name().equals(type.name()) ? 0 : 4)
                    + (found.method().isStatic() ? 0 : 2)
                    + (withArguments.isPresent() ? 0 : 1)));
  }

  /** The main method of a class or of the nearest that it inherits one from. */
  private Optional<Found> method(CompiledClass type, String descriptor) {
    Set<String> seen = new HashSet<>();
    Deque<String> interfaces = new ArrayDeque<>();
    CompiledClass at = type;
    while (at != null && seen.add(at.name())) {
      Main declared = at.entryPoints().get(descriptor);
      if (declared != null && (at.name().equals(type.name()) || isInherited(declared, at, type))) {
        return Optional.of(new Found(at, declared));
      }
      interfaces.addAll(at.interfaces());
      at = find(at.superclass().orElse(""));
    }
    while (!interfaces.isEmpty()) {
      CompiledClass parent = find(interfaces.remove());
      if (parent == null || !seen.add(parent.name())) {
        continue;
      }
      Main declared = parent.entryPoints().get(descriptor);
      if (declared != null && !declared.isStatic() && !declared.isAbstract()) {
        return Optional.of(new Found(parent, declared));
      }
      interfaces.addAll(parent.interfaces());
    }
    return Optional.empty();
  }

  private @Nullable CompiledClass find(String name) {
    return classes.get(name);
  }

  /** Methods for the package alone are inherited within it. */
  private static boolean isInherited(Main method, CompiledClass from, CompiledClass by) {
    return !method.isForPackage() || from.packageName().equals(by.packageName());
  }
}
