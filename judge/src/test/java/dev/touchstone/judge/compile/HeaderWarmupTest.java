package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Language.Preparation;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.testing.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Headers of C++ that the compiler has read before, for real. */
class HeaderWarmupTest {
  private static final Sandbox SANDBOX = Sandbox.start(1);
  private static final Language CPP = Languages.detect().find("cpp").orElseThrow();
  private static final BuildBox BOX = new BuildBox(SANDBOX);
  private static final CompilerWarmup WARM = new CompilerWarmup(SANDBOX);

  /** Has prepared nothing. */
  private static final Compiler ORDINARY = new Compiler(BOX, new CompilerWarmup(SANDBOX));

  @BeforeAll
  static void prepare() {
    WARM.warmUp(CPP);
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void theCompilerReadsTheHeadersAsTheyWerePrepared() throws Exception {
    assertThat(WARM.languages()).containsExactly("cpp");
    Preparation preparation = CPP.preparation().orElseThrow();
    // -H lists what is read, with a mark where it was prepared.
    List<String> strict =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                "\"$@\" -H 2>/tmp/read && grep -q '^! /prepared/all.h.gch' /tmp/read",
                "strict"));
    strict.addAll(preparation.compile());
    Language language = with(preparation.command(), strict, List.of("/bin/false"));
    for (String headers : List.of("#include <iostream>\n", "// mine\n#include <bits/stdc++.h>\n")) {
      Compilation compilation =
          new Compiler(BOX, WARM)
              .compile(source(language, headers + "int main() {}"), CompilerLimits.USUAL, 64);
      assertThat(compilation.output()).isEmpty();
      assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    }
  }

  @Test
  void noProgramIsJudgedInAnotherWay() throws Exception {
    Compiler warm = new Compiler(BOX, WARM);
    for (String source :
        List.of(
            "#include <iostream>\nint main() { std::vector<int> all; std::map<int, int> m; }\n",
            "#include <iostream>\n\nint main() { std::cout << x; }\n",
            "#include <bits/stdc++.h>\nint main() { std::sort(1); }\n",
            "#include <bits/stdc++.h>\nint main() { char c = 1000; return c; }\n",
            "#include <iostream>\nvoid f();\nint main() { f(); }\n",
            "#include <iostream>\nint data[1], rank, map, y1; int main() { return map; }\n",
            "#include <iostream>\nstatic_assert(__LINE__ == 2 && __COUNTER__ == 0); int main() {}\n",
            "#include <bits/stdc++.h>\nusing namespace std;\nint lock; int main() { return lock; }\n",
            "#include <iostream> trailing\nint main() {}\n",
            "#define private public\n#include <string>\nint main() {}\n")) {
      Compilation expected = ORDINARY.compile(source(CPP, source), CompilerLimits.USUAL, 64);
      Compilation compilation = warm.compile(source(CPP, source), CompilerLimits.USUAL, 64);
      assertThat(said(compilation)).as(source).isEqualTo(said(expected));
      assertThat(compilation.getClass()).as(source).isEqualTo(expected.getClass());
    }
  }

  /** Most programs that include all headers need only those that are compiled quickly. */
  @Test
  void whatUsesTheUsualHeadersOnlyIsCompiledWithThose() throws Exception {
    String usual =
        """
        #include <bits/stdc++.h>
        #include <bits/stdc++.h>
        using namespace std;
        int main() {
          ios::sync_with_stdio(false);
          vector<long> all(3, 1);
          sort(all.begin(), all.end(), [](auto one, auto other) { return one < other; });
          map<string, set<int>> names{{"path", {1}}};
          priority_queue<pair<int, int>> queue;
          unordered_map<int, bitset<8>> bits;
          stringstream text("1");
          auto owned = make_unique<function<int()>>([] { return 0; });
          cout << fixed << setprecision(3) << accumulate(all.begin(), all.end(), 0.0);
          return (*owned)() + bits.size() + queue.size();
        }
        """;
    Submission submission = source(CPP, usual);
    Path folder = WARM.of(CPP, submission.files()).orElseThrow();
    assertThat(folder).hasFileName("usual");
    // Other headers are not there at all, so nothing was read again.
    Language only =
        with(List.of(), CPP.preparation().orElseThrow().compile(), List.of("/bin/false"));
    assertThat(new Compiler(BOX, WARM).compile(source(only, usual), CompilerLimits.USUAL, 64))
        .isInstanceOf(Compilation.Compiled.class);
    for (String name : List.of("regex", "mt19937", "lock", "views", "expint", "_GLIBCXX_REGEX")) {
      Submission other = source(CPP, usual + "// " + name);
      assertThat(WARM.of(CPP, other.files()).orElseThrow()).as(name).isEqualTo(folder.getParent());
    }
  }

  @Test
  void headersThatComeUpAgainArePrepared() {
    Submission submission = source(CPP, "#include <string>\n#include <array>\nint main() {}\n");
    assertThat(WARM.of(CPP, submission.files())).isEmpty();
    Await.until("the headers are prepared", () -> WARM.of(CPP, submission.files()).isPresent());
    Path folder = WARM.of(CPP, submission.files()).orElseThrow();
    assertThat(folder.resolve("all.h")).hasContent("#include <array>\n#include <string>\n");
    assertThat(folder.resolve("all.h.gch")).isNotEmptyFile();
  }

  @Test
  void allFilesMustBeginWithTheHeaders() {
    byte[] stream = "#include <iostream>\n".getBytes(StandardCharsets.UTF_8);
    byte[] none = "int x;\n".getBytes(StandardCharsets.UTF_8);
    Submission.SourceFile main = new Submission.SourceFile("main.cpp", stream);
    assertThat(WARM.of(CPP, List.of(main, new Submission.SourceFile("a.cpp", stream)))).isPresent();
    assertThat(WARM.of(CPP, List.of(main, new Submission.SourceFile("a.h", none)))).isPresent();
    assertThat(WARM.of(CPP, List.of(main, new Submission.SourceFile("a.cpp", none)))).isEmpty();
  }

  @Test
  void brokenOrMissingHeadersAreAsGoodAsNone() throws Exception {
    CompilerWarmup broken = new CompilerWarmup(SANDBOX);
    List<String> nonsense =
        List.of("/bin/sh", "-c", "echo nonsense | tee all.h.gch >all.h; echo : / >all.d");
    Language language = with(nonsense, CPP.preparation().orElseThrow().compile(), CPP.compile());
    broken.warmUp(language);
    Submission submission = source(language, "#include <iostream>\nint main() {}\n");
    Path folder = broken.of(language, submission.files()).orElseThrow();
    Compiler compiler = new Compiler(BOX, broken);
    assertThat(compiler.compile(submission, CompilerLimits.USUAL, 64))
        .isInstanceOf(Compilation.Compiled.class);
    for (String name : List.of("all.h", "all.h.gch", "all.d")) {
      Files.delete(folder.resolve(name));
    }
    assertThat(compiler.compile(submission, CompilerLimits.USUAL, 64))
        .isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  void headersThatCanNotBePreparedAreNot() throws Exception {
    CompilerWarmup failed = new CompilerWarmup(SANDBOX);
    Language language =
        with(List.of("/bin/sh", "-c", "echo a warning"), List.of("/bin/false"), CPP.compile());
    failed.warmUp(language);
    assertThat(failed.languages()).isEmpty();
    Submission submission = source(language, "#include <iostream>\nint main() {}\n");
    assertThat(new Compiler(BOX, failed).compile(submission, CompilerLimits.USUAL, 64))
        .isInstanceOf(Compilation.Compiled.class);
  }

  /** The linker names files that differ each time. */
  private static String said(Compilation compilation) {
    return compilation.output().replaceAll("/tmp/cc\\w+", "/tmp/cc");
  }

  private static Submission source(Language language, String text) {
    return new Submission(
        language,
        List.of(new Submission.SourceFile("main.cpp", text.getBytes(StandardCharsets.UTF_8))));
  }

  private static Language with(List<String> command, List<String> prepared, List<String> ordinary) {
    return new Language(
        CPP.id(),
        CPP.name(),
        CPP.sources(),
        CPP.needs(),
        ordinary,
        Optional.of(new Preparation(Map.of(), command, prepared, List.of(List.of("iostream")))),
        CPP.run(),
        CPP.environment(),
        CPP.supportFiles(),
        CPP.entryPoint(),
        CPP.explanations(),
        CPP.outOfMemory(),
        CPP.factors());
  }
}
