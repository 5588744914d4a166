package dev.touchstone.judge.compile;

import dev.touchstone.judge.language.Language;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What matters of a class file to find the class to start. It is small whatever the file holds: all
 * classes of a program are in memory at once, and a learner's program may have 128 MiB of them.
 *
 * @param name the internal name, such as {@code a/Main}
 * @param superclass its internal name, empty for that of {@code Object} alone
 * @param interfaces internal names of those that it names itself
 * @param entryPoints its methods named {@code main} by descriptor, without the private ones
 * @param canBeInstantiated whether the launcher can make an object of it
 * @param isPublic whether it is public
 * @param sourceFile the name of the file that it was compiled from, empty if it does not say
 */
record CompiledClass(
    String name,
    Optional<String> superclass,
    List<String> interfaces,
    Map<String, Main> entryPoints,
    boolean canBeInstantiated,
    boolean isPublic,
    String sourceFile) {
  static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";
  static final String WITHOUT_ARGUMENTS = "()V";

  private static final String MAIN = "main";
  private static final String CONSTRUCTOR = "<init>";

  /** The longest name of a file. */
  private static final int LONGEST_NAME = 255;

  /** Compilers write no larger ones, in bytes. */
  private static final long LARGEST = 4L << 20;

  /**
   * A main method.
   *
   * @param isForPackage whether only classes of its package inherit it
   */
  record Main(boolean isStatic, boolean isAbstract, boolean isForPackage) {}

  /**
   * Reads a class file.
   *
   * @param name the internal name that its place in the folder asks for
   * @return empty if it is not a class, or not the class of that name, which could not be loaded
   */
  static Optional<CompiledClass> read(Path file, String name) throws IOException {
    if (Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      CompiledClass read = of(ClassFile.of().parse(bytes));
      return Optional.of(read).filter(type -> type.name().equals(name));
    } catch (RuntimeException e) { // it is malformed, and the library fails in several ways
      return Optional.empty();
    }
  }

  /** The package's internal name with a slash at its end, empty for the unnamed one. */
  String packageName() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /**
   * Whether it is named like its file, as a public class must be in Java. The functions of a file
   * in Kotlin make a class that is named after the file.
   */
  boolean isNamedLikeItsFile() {
    String stem = Language.stem(sourceFile);
    String simple = name.substring(packageName().length());
    return !stem.isEmpty()
        && (simple.equals(stem)
            || simple.equals(Character.toUpperCase(stem.charAt(0)) + stem.substring(1) + "Kt"));
  }

  private static CompiledClass of(ClassModel model) {
    Map<String, Main> entryPoints = new HashMap<>();
    boolean constructor = false;
    for (MethodModel method : model.methods()) {
      if (has(method, AccessFlag.PRIVATE)) {
        continue;
      }
      constructor |=
          method.methodName().equalsString(CONSTRUCTOR)
              && method.methodType().equalsString(WITHOUT_ARGUMENTS);
      if (method.methodName().equalsString(MAIN)) {
        entryPoints.put(method.methodType().stringValue(), main(method));
      }
    }
    boolean concrete =
        !model.flags().has(AccessFlag.ABSTRACT) && !model.flags().has(AccessFlag.INTERFACE);
    entryPoints.keySet().retainAll(List.of(WITH_ARGUMENTS, WITHOUT_ARGUMENTS));
    return new CompiledClass(
        model.thisClass().asInternalName(),
        model.superclass().map(parent -> parent.asInternalName()),
        model.interfaces().stream().map(parent -> parent.asInternalName()).toList(),
        Map.copyOf(entryPoints),
        concrete && constructor,
        model.flags().has(AccessFlag.PUBLIC),
        model
            .findAttribute(Attributes.sourceFile())
            .map(attribute -> attribute.sourceFile().stringValue())
            .filter(file -> file.length() <= LONGEST_NAME)
            .orElse(""));
  }

  private static Main main(MethodModel method) {
    return new Main(
        has(method, AccessFlag.STATIC),
        has(method, AccessFlag.ABSTRACT),
        !has(method, AccessFlag.PUBLIC) && !has(method, AccessFlag.PROTECTED));
  }

  private static boolean has(MethodModel method, AccessFlag flag) {
    return method.flags().has(flag);
  }
}
