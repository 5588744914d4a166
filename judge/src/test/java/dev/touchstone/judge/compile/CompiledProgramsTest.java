package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.compile.Compilation.Compiled;
import dev.touchstone.judge.compile.Compilation.Failed;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is compiled once and what is compiled again. */
class CompiledProgramsTest {
  private static final Sandbox SANDBOX = Sandbox.start(2);
  private static final Languages LANGUAGES = Languages.detect();
  private static final Limits LIMITS = limits(Duration.ofSeconds(20), 512);

  private final CompiledPrograms programs = programs(CompiledPrograms.MOST_BYTES);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void theSameSourcesAreCompiledOnce() throws Exception {
    try (var first = use(programs, "print(1)")) {
      try (var second = use(programs, "print(1)")) {
        assertThat(second.compilation()).isSameAs(first.compilation());
      }
    }
    try (var later = use(programs, "print(1)")) {
      assertThat(folder(later)).isDirectory();
    }
  }

  @Test
  void otherSourcesNamesAndLimitsAreOtherPrograms() throws Exception {
    try (var one = use(programs, "x=1");
        var text = use(programs, "x=2");
        var name = programs.use(submission("python3", "other.py", "x=1"), LIMITS, 256);
        var memory = programs.use(submission("python3", "main.py", "x=1"), LIMITS, 512);
        var limits =
            programs.use(
                submission("python3", "main.py", "x=1"), limits(Duration.ofSeconds(19), 512), 256);
        var script =
            programs.useOfScript(submission("bash", "run", "x=1").files(), LIMITS, List.of())) {
      assertThat(
              List.of(
                  folder(one),
                  folder(text),
                  folder(name),
                  folder(memory),
                  folder(limits),
                  folder(script)))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aCompileErrorIsKeptToo() throws Exception {
    try (var first = use(programs, "print(");
        var second = use(programs, "print(")) {
      assertThat(first.compilation()).isInstanceOf(Failed.class).isSameAs(second.compilation());
    }
  }

  @Test
  void whatALimitEndedIsTriedAgain() throws Exception {
    var files = submission("bash", "build", "#!/bin/sh\nwhile :; do :; done\n").files();
    Limits short1 = limits(Duration.ofMillis(100), 512);
    try (var first = programs.useOfScript(files, short1, List.of());
        var second = programs.useOfScript(files, short1, List.of())) {
      assertThat(first.compilation())
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.output()).contains("time limit"));
      assertThat(second.compilation()).isNotSameAs(first.compilation());
    }
  }

  @Test
  void manyAtOnceWaitForOne() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<CompiledPrograms.Use>> uses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        uses.add(threads.submit(() -> use(programs, "print('at once')")));
      }
      List<Path> folders = new ArrayList<>();
      for (Future<CompiledPrograms.Use> use : uses) {
        folders.add(folder(use.get()));
        use.get().close();
      }
      assertThat(folders).containsOnly(folders.getFirst());
    }
  }

  @Test
  void theOldestGoesWhenThereIsNoRoomButNotWhileItIsInUse() throws Exception {
    CompiledPrograms small = programs(6000);
    String filler = "#" + "x".repeat(4000) + "\n";
    Path idle;
    try (var first = use(small, filler + "print(1)")) {
      idle = folder(first);
    }
    try (var busy = use(small, filler + "print(2)")) {
      use(small, filler + "print(3)").close();
      assertThat(idle).doesNotExist();
      assertThat(folder(busy)).isDirectory();
    }
  }

  private static CompiledPrograms programs(long mostBytes) {
    return new CompiledPrograms(SANDBOX, mostBytes);
  }

  private static CompiledPrograms.Use use(CompiledPrograms programs, String python)
      throws IOException {
    return programs.use(submission("python3", "main.py", python), LIMITS, 256);
  }

  private static Path folder(CompiledPrograms.Use use) {
    Path folder = ((Compiled) use.compilation()).program().folder();
    assertThat(Files.isWritable(folder)).isTrue(); // by the judge, which is root or its owner
    return folder;
  }

  private static Submission submission(String language, String name, String source) {
    return new Submission(
        LANGUAGES.find(language).orElseThrow(),
        List.of(new Submission.SourceFile(name, source.getBytes(StandardCharsets.UTF_8))));
  }

  private static Limits limits(Duration compilation, int memoryMib) {
    Duration second = Duration.ofSeconds(1);
    return new Limits(second, 256, 1, 64, compilation, memoryMib, second, 256, 1, 1);
  }
}
