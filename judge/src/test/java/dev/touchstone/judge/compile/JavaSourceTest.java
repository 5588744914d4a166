package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JavaSourceTest {
  @Test
  void findsThePublicClassOfAJavaSource() {
    assertThat(publicType("package a; // public class No {}\npublic final class Yes {}"))
        .contains("Yes");
    assertThat(publicType("public non-sealed interface Shape {}")).contains("Shape");
    assertThat(publicType("class A { public void run() {} }")).isEmpty();
    assertThat(publicType("class A { char c = '}'; public class B {} }")).isEmpty();
    assertThat(publicType("class A { public class B {} } public class C {}")).contains("C");
    assertThat(publicType("\"unclosed\npublic record Point(int x) {}")).contains("Point");
    assertThat(publicType("public @Deprecated class Mine {}")).contains("Mine");
    assertThat(
            publicType("@A(x = \")class B {\", y = {1}) public @a.b.C final @ D(')') class E {}"))
        .contains("E");
    assertThat(publicType("public @interface Note {}")).contains("Note");
    assertThat(publicType("@interface Note {} public class A {}")).contains("A");
    assertThat(publicType("public @A(")).isEmpty();
    String block = "class A { String s = \"\"\"\n \\\"\"\" public class No { \"\"\"; } ";
    assertThat(publicType(block + "public class Yes {}")).contains("Yes");
    assertThat(publicType("/* never closed public class A")).isEmpty();
    assertThat(publicType("\"" + "\\".repeat(1_000_001))).isEmpty();
  }

  private static Optional<String> publicType(String source) {
    return JavaSource.publicType(source.getBytes(StandardCharsets.UTF_8));
  }
}
