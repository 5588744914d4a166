package dev.touchstone.judge.compile;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
 * files come out of a compiler that learners feed, so that one which can't be read is no candidate.
 */
final class MainClass {
  private static final String CLASS = ".class";
  private static final String MAIN = "main";
  private static final String CONSTRUCTOR = "<init>";
  private static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";
  private static final String WITHOUT_ARGUMENTS = "()V";

  /** By internal name. */
  private final Map<String, ClassModel> classes;

  /**
   * A class that can be started.
   *
   * @param rank lower for what is more likely meant to be started
   */
  private record Candidate(String name, int rank) {
    boolean isNamedMain() {
      return name.equals("Main") || name.endsWith(".Main");
    }
  }

  private record Found(ClassModel owner, MethodModel method) {}

  private MainClass(Map<String, ClassModel> classes) {
    this.classes = classes;
  }

  /**
   * Returns the name of the class to start. Of several that have a main method, this is the one
   * named {@code Main}; else one that declares it before one that inherits it, and a static method
   * before one of an instance.
   */
  static Optional<String> find(Path folder) throws IOException {
    return new MainClass(read(folder)).find();
  }

  private Optional<String> find() {
    return classes.values().stream()
        .flatMap(type -> candidate(type).stream())
        .min(
            Comparator.comparing((Candidate candidate) -> !candidate.isNamedMain())
                .thenComparingInt(Candidate::rank)
                .thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private static Map<String, ClassModel> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(file -> file.toString().endsWith(CLASS)).toList();
    }
    Map<String, ClassModel> classes = new TreeMap<>();
    for (Path file : files) {
      String path = folder.relativize(file).toString();
      String name = path.substring(0, path.length() - CLASS.length());
      parse(Files.readAllBytes(file), name).ifPresent(model -> classes.put(name, model));
    }
    return classes;
  }

  /** Empty where a file is no class, or not the one of its name, which could not be loaded. */
  private static Optional<ClassModel> parse(byte[] bytes, String name) {
    try {
      ClassModel model = ClassFile.of().parse(bytes);
      return Optional.of(model).filter(read -> read.thisClass().asInternalName().equals(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Candidate> candidate(ClassModel type) {
    try {
      Optional<Found> withArguments = method(type, WITH_ARGUMENTS);
      Optional<Found> main = withArguments.or(() -> method(type, WITHOUT_ARGUMENTS));
      return main.filter(found -> isStatic(found.method()) || canBeInstantiated(type))
          .map(found ->
              new Candidate(
                  type.thisClass().asInternalName().replace('/', '.'),
                  (found.owner() == type ? 0 : 4)
                      + (isStatic(found.method()) ? 0 : 2)
                      + (withArguments.isPresent() ? 0 : 1)));
    } catch (IllegalArgumentException e) { // parts of a class file are parsed on demand
      return Optional.empty();
    }
  }

  /** The main method of a class or of the nearest that it inherits one from. */
  private Optional<Found> method(ClassModel type, String descriptor) {
    Set<String> seen = new HashSet<>();
    ClassModel at = type;
    while (at != null && seen.add(at.thisClass().asInternalName())) {
      Optional<MethodModel> declared = declared(at, MAIN, descriptor);
      if (declared.isPresent() && (at == type || isInherited(declared.get(), at, type))) {
        return Optional.of(new Found(at, declared.get()));
      }
      at = superclass(at);
    }
    return seen.stream()
        .flatMap(name -> interfacesOf(classes.get(name), new HashSet<>()).stream())
        .flatMap(parent ->
            declared(parent, MAIN, descriptor)
                .filter(method -> !isStatic(method) && !has(method, AccessFlag.ABSTRACT))
                .map(method -> new Found(parent, method))
                .stream())
        .findFirst();
  }

  private @Nullable ClassModel superclass(ClassModel type) {
    return type.superclass().map(parent -> classes.get(parent.asInternalName())).orElse(null);
  }

  private List<ClassModel> interfacesOf(@Nullable ClassModel type, Set<String> seen) {
    return type == null
        ? List.of()
        : type.interfaces().stream()
            .filter(parent -> seen.add(parent.asInternalName()))
            .flatMap(parent -> Stream.ofNullable(classes.get(parent.asInternalName())))
            .flatMap(
                parent -> Stream.concat(Stream.of(parent), interfacesOf(parent, seen).stream()))
            .toList();
  }

  private static Optional<MethodModel> declared(ClassModel type, String name, String descriptor) {
    return type.methods().stream()
        .filter(method -> method.methodName().equalsString(name))
        .filter(method -> method.methodType().equalsString(descriptor))
        .filter(method -> !has(method, AccessFlag.PRIVATE))
        .findFirst();
  }

  /** Methods for the package alone are inherited within it. */
  private static boolean isInherited(MethodModel method, ClassModel from, ClassModel by) {
    return has(method, AccessFlag.PUBLIC)
        || has(method, AccessFlag.PROTECTED)
        || packageOf(from).equals(packageOf(by));
  }

  private static String packageOf(ClassModel type) {
    String name = type.thisClass().asInternalName();
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  private static boolean canBeInstantiated(ClassModel type) {
    return !type.flags().has(AccessFlag.ABSTRACT)
        && !type.flags().has(AccessFlag.INTERFACE)
        && declared(type, CONSTRUCTOR, WITHOUT_ARGUMENTS).isPresent();
  }

  private static boolean isStatic(MethodModel method) {
    return has(method, AccessFlag.STATIC);
  }

  private static boolean has(MethodModel method, AccessFlag flag) {
    return method.flags().has(flag);
  }
}
