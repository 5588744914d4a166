package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.compile.Compilation.Compiled;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Language.Preparation;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.testing.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What lets compilers start faster, for real. */
class CompilerWarmupTest {
  private static final Sandbox SANDBOX = Sandbox.start(1);
  private static final Language JAVA = Languages.detect().find("java").orElseThrow();

  private final BuildBox box = new BuildBox(SANDBOX);
  private final CompilerWarmup warmup = new CompilerWarmup(SANDBOX);
  private final Compiler compiler = new Compiler(box, warmup);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void javacGetsAnArchiveOfItsClasses() throws Exception {
    warmup.warmUp(JAVA);
    Path archive = warmup.of(JAVA, List.of()).orElseThrow().resolve("javac.aot");
    assertThat(archive).isRegularFile();
    // Here the virtual machine must use the archive; by default it would run without one.
    Language strict = prepared(List.of("-J-XX:AOTMode=on"));
    assertThat(compiles(strict)).isTrue();
  }

  @Test
  void theFirstProgramBeginsIt() throws Exception {
    warmup.warmUpLater(JAVA);
    assertThat(warmup.languages()).isEmpty();
    assertThat(compiles(JAVA)).isTrue();
    Await.until("the archive", () -> warmup.of(JAVA, List.of()).isPresent());
    assertThat(warmup.languages()).containsExactly(JAVA.id());
  }

  @Test
  void aBrokenArchiveIsAsGoodAsNone() throws Exception {
    Preparation broken =
        new Preparation(
            Map.of(),
            List.of("/bin/sh", "-c", "echo nonsense > javac.aot"),
            preparation().compile());
    Language language = with(broken);
    warmup.warmUp(language);
    assertThat(warmup.of(language, List.of())).isPresent();
    assertThat(compiles(language)).isTrue();
  }

  @Test
  void aCommandThatFailsLeavesNothing() throws Exception {
    Language language =
        with(new Preparation(Map.of(), List.of("/bin/false"), List.of("/bin/false")));
    warmup.warmUp(language);
    assertThat(warmup.languages()).isEmpty();
    assertThat(compiles(language)).isTrue();
  }

  private boolean compiles(Language language) throws Exception {
    byte[] source =
        "class A { public static void main(String[] a) {} }".getBytes(StandardCharsets.UTF_8);
    Submission submission =
        new Submission(language, List.of(new Submission.SourceFile("Main.java", source)));
    Compilation compilation = compiler.compile(submission, CompilerLimits.USUAL, 256);
    assertThat(compilation)
        .isInstanceOfSatisfying(
            Compiled.class, compiled -> assertThat(compiled.output()).isEmpty());
    return compilation instanceof Compiled;
  }

  private static Preparation preparation() {
    return JAVA.preparation().orElseThrow();
  }

  private static Language prepared(List<String> more) {
    List<String> compile = new java.util.ArrayList<>(preparation().compile());
    compile.addAll(1, more);
    return with(new Preparation(preparation().files(), preparation().command(), compile));
  }

  private static Language with(Preparation preparation) {
    return new Language(
        JAVA.id(),
        JAVA.name(),
        JAVA.sources(),
        JAVA.needs(),
        JAVA.compile(),
        Optional.of(preparation),
        JAVA.run(),
        JAVA.environment(),
        JAVA.supportFiles(),
        JAVA.entryPoint(),
        JAVA.explanations(),
        JAVA.outOfMemory(),
        JAVA.factors());
  }
}
