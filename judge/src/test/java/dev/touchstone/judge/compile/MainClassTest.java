package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The class that the launcher would start, of class files that javac made. */
class MainClassTest {
  private static final String CLASSIC = "public static void main(String[] args) {}";

  @TempDir Path folder;

  @Test
  void hasARealMainMethodAndNotTheWordAlone() throws Exception {
    assertThat(find("A", "class A { String main = \"main\"; void run() {} }")).isEmpty();
    assertThat(find("A", "class A { int main() { return 1; } }")).isEmpty();
    assertThat(find("A", "class A { static void main(int x) {} }")).isEmpty();
    assertThat(find("A", "class A { void call() { main.run(); } Runnable main; }")).isEmpty();
    assertThat(find("A", "class A { " + CLASSIC + " }")).contains("A");
    assertThat(find("A", "class A { static void main(String... args) {} }")).contains("A");
  }

  @Test
  void mayHaveMainMethodsOfInstancesAndWithoutArguments() throws Exception {
    assertThat(find("A", "class A { void main() {} }")).contains("A");
    assertThat(find("A", "class A { static void main() {} }")).contains("A");
    assertThat(find("A", "class A { protected void main(String[] args) {} }")).contains("A");
    assertThat(find("A", "void main() { IO.println(1); }")).contains("A");
    assertThat(find("A", "record A() { void main() {} }")).contains("A");
    assertThat(find("A", "enum A { ONE; " + CLASSIC + " }")).contains("A");
  }

  @Test
  void doesNotHideItsMainMethod() throws Exception {
    assertThat(find("A", "class A { private static void main(String[] args) {} }")).isEmpty();
    assertThat(find("A", "class A { private void main() {} }")).isEmpty();
    // The one with arguments is not a candidate, the other one is.
    assertThat(
            find("A", "class A { private static void main(String[] a) {} static void main() {} }"))
        .contains("A");
  }

  @Test
  void canBeInstantiatedWhereItsMainMethodIsOfAnInstance() throws Exception {
    assertThat(find("A", "class A { A(int x) {} void main() {} }")).isEmpty();
    assertThat(find("A", "class A { private A() {} void main() {} }")).isEmpty();
    assertThat(find("A", "abstract class A { void main() {} }")).isEmpty();
    assertThat(find("A", "interface A { default void main() {} }")).isEmpty();
    assertThat(find("A", "class A { class Inner { void main() {} } }")).isEmpty();
    assertThat(find("A", "record A(int x) { void main() {} }")).isEmpty();
    assertThat(find("A", "class A { A(int x) {} " + CLASSIC + " }")).contains("A");
    assertThat(find("A", "abstract class A { " + CLASSIC + " }")).contains("A");
    assertThat(find("A", "interface A { static void main(String[] a) {} }")).contains("A");
  }

  /** Like the launcher, which starts nothing where the method that comes first can't be called. */
  @Test
  void takesTheMethodWithArgumentsFirst() throws Exception {
    assertThat(find("A", "class A { A(int x) {} void main(String[] a) {} static void main() {} }"))
        .isEmpty();
  }

  @Test
  void mayInheritItsMainMethod() throws Exception {
    assertThat(find("A", "abstract class Z { void main() {} } class A extends Z {}")).contains("A");
    assertThat(find("A", "interface Z { default void main() {} } class A implements Z {}"))
        .contains("A");
    assertThat(
            find(
                "A",
                "interface Z { default void main() {} } interface Y extends Z {}"
                    + " class X implements Y {} class A extends X { A(int x) {} }"))
        .contains("X");
    // Static methods of interfaces are not inherited.
    assertThat(find("A", "interface Z { static void main() {} } class A implements Z {}"))
        .contains("Z");
    assertThat(
            find(
                Map.of(
                    "a/Base.java", "package a; public abstract class Base { void main() {} }",
                    "b/Sub.java", "package b; public class Sub extends a.Base {}")))
        .isEmpty();
  }

  @Test
  void isTheLikeliestOfSeveral() throws Exception {
    assertThat(find("C", "class A { %s } class B { %s }".formatted(CLASSIC, CLASSIC)))
        .contains("A");
    assertThat(find("Main", "class A { %s } class Main { void main() {} }".formatted(CLASSIC)))
        .contains("Main");
    assertThat(find("C", "class A { void main() {} } class B { %s }".formatted(CLASSIC)))
        .contains("B");
    assertThat(find("C", "class A extends B {} class B { %s }".formatted(CLASSIC))).contains("B");
    assertThat(
            find(
                Map.of(
                    "x/Main.java",
                    "package x; public class Main { " + CLASSIC + " }",
                    "A.java",
                    "class A { " + CLASSIC + " }")))
        .contains("x.Main");
  }

  /** A public class always is. */
  @Test
  void isTheOneNamedLikeItsFileBeforeOthers() throws Exception {
    String both = "class Bar { %s } %s class Sol { %s }";
    assertThat(find("Sol", both.formatted(CLASSIC, "public", CLASSIC))).contains("Sol");
    assertThat(find("Sol", both.formatted(CLASSIC, "", CLASSIC))).contains("Sol");
    assertThat(find("Sol", "class Main { %s } class Sol { %s }".formatted(CLASSIC, CLASSIC)))
        .contains("Sol");
    assertThat(
            find("Sol", "class Bar { %s } public class Sol { void main() {} }".formatted(CLASSIC)))
        .contains("Sol");
  }

  @Test
  void isPublicBeforeOthersThatAreNamedLikeTheirFiles() throws Exception {
    Path classes =
        compile(
            Map.of(
                "Helper.java", "class Helper { " + CLASSIC + " }",
                "Solve.java", "public class Solve { " + CLASSIC + " }"));
    assertThat(MainClass.find(classes, List.of("Helper.java", "Solve.java"), "")).contains("Solve");
  }

  @Test
  void isTheEntryPointBeforeAllOthers() throws Exception {
    Map<String, String> sources =
        Map.of(
            "Main.java", "public class Main { " + CLASSIC + " }",
            "a/Second.java", "package a; public class Second { " + CLASSIC + " }");
    assertThat(find(sources, "")).contains("Main");
    assertThat(find(sources, "Second")).contains("a.Second");
    assertThat(find(sources, "a.Second")).contains("a.Second");
    assertThat(find(sources, "a/Second.java")).contains("a.Second");
  }

  @Test
  void isOfTheFirstFileIfNothingElseDecides() throws Exception {
    Path classes =
        compile(
            Map.of(
                "A.java", "public class A { " + CLASSIC + " }",
                "B.java", "public class B { " + CLASSIC + " }"));
    assertThat(MainClass.find(classes, List.of("B.java", "A.java"), "")).contains("B");
    assertThat(MainClass.find(classes, List.of("A.java", "B.java"), "")).contains("A");
  }

  /** Words in class files that look like a main method. */
  @Test
  void isNotMisledByOtherMembersNamedMain() throws Exception {
    for (String other :
        List.of(
            "class Account { int main = 3; }",
            "enum Course { starter, main, dessert }",
            "class Course { boolean main; }",
            "interface Greeter { void main(); }")) {
      String own = "class Order { %s }".formatted(CLASSIC);
      assertThat(find("Order", other + " public " + own)).as(other).contains("Order");
      assertThat(find("File", other + own)).as(other).contains("Order");
    }
  }

  @Test
  void isNoFileThatIsNoClass() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(classes.resolve("A.class"), "\0\4main([Ljava/lang/String;)V");
    Files.write(classes.resolve("Empty.class"), new byte[0]);
    assertThat(MainClass.find(classes, List.of(), "")).isEmpty();
    Path real = compile(Map.of("Real.java", "class Real { " + CLASSIC + " }"));
    byte[] bytes = Files.readAllBytes(real.resolve("Real.class"));
    for (int length = 0; length < bytes.length; length++) { // cut anywhere
      byte[] cut = Arrays.copyOf(bytes, length);
      Files.write(classes.resolve("Real.class"), cut);
      assertThat(MainClass.find(classes, List.of(), "").isEmpty() || length > bytes.length / 2)
          .isTrue();
    }
    Files.write(classes.resolve("OtherName.class"), bytes);
    Files.delete(classes.resolve("Real.class"));
    assertThat(MainClass.find(classes, List.of(), "")).isEmpty();
  }

  /** A learner chooses how deep the hierarchy is; it takes neither the stack nor much time. */
  @Test
  @Timeout(180)
  void mayHaveManyAncestors() throws Exception {
    int depth = 1500;
    Path classes = Files.createDirectories(folder.resolve("deep"));
    for (int i = 0; i < depth; i++) {
      ClassDesc parent = i == 0 ? ConstantDescs.CD_Object : ClassDesc.of("C" + (i - 1));
      ClassDesc base = ClassDesc.of("I" + (i == 0 ? "End" : String.valueOf(i - 1)));
      write(classes, "I" + i, ClassFile.ACC_INTERFACE, ConstantDescs.CD_Object, base);
      write(classes, "C" + i, 0, parent, ClassDesc.of("I" + (depth - 1)));
    }
    assertThat(MainClass.find(classes, List.of(), "")).isEmpty();
    Path main = compile(Map.of("IEnd.java", "interface IEnd { default void main() {} }"));
    Files.copy(main.resolve("IEnd.class"), classes.resolve("IEnd.class"));
    assertThat(MainClass.find(classes, List.of(), "")).as("none can be instantiated").isEmpty();
  }

  /** As a learner may hand it in beside a source; the library fails in several ways. */
  @Test
  void isNotReadFromAClassFileWithAWrongByte() throws Exception {
    Path classes =
        compile(Map.of("A.java", "class A { static int a(int n) { return n == 0 ? 0 : 1; } }"));
    Path file = classes.resolve("A.class");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 8; at < whole.length; at++) {
      byte[] changed = whole.clone();
      for (int value : List.of(0, 1, 5, 12, 13, 15, 16, 17, 18, 127, 255)) {
        changed[at] = (byte) value;
        Files.write(file, changed);
        assertThat(MainClass.find(classes, List.of(), "")).isEmpty();
      }
    }
  }

  private static void write(
      Path classes, String name, int flags, ClassDesc parent, ClassDesc implemented)
      throws IOException {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(name),
                made ->
                    made.withFlags(flags | ClassFile.ACC_ABSTRACT)
                        .withSuperclass(parent)
                        .withInterfaceSymbols(implemented));
    Files.write(classes.resolve(name + ".class"), bytes);
  }

  private Optional<String> find(String name, String source) throws IOException {
    return find(Map.of(name + ".java", source));
  }

  private Optional<String> find(Map<String, String> sources) throws IOException {
    return find(sources, "");
  }

  private Optional<String> find(Map<String, String> sources, String entryPoint) throws IOException {
    List<String> files = sources.keySet().stream().sorted().toList();
    return MainClass.find(compile(sources), files, entryPoint);
  }

  private Path compile(Map<String, String> sources) throws IOException {
    Path root = Files.createTempDirectory(folder, "sources");
    Path classes = Files.createTempDirectory(folder, "classes");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = root.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
    return classes;
  }
}
