package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.compile.Submission.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecompiledHeadersTest {
  private final PrecompiledHeaders headers = new PrecompiledHeaders(2500, Duration.ZERO);

  @TempDir Path folder;

  @Test
  void findsAsManyHeadersAsPossibleAndNoOthers() throws Exception {
    Path set = add("cpp", "set");
    Path both = add("cpp", "set", "map");
    assertThat(find("cpp", "set")).contains(set);
    assertThat(headers.has(key("cpp", "set"))).isTrue();
    assertThat(headers.has(key("cpp", "set", "list"))).isFalse();
    assertThat(find("cpp", "map", "set", "list")).contains(both);
    assertThat(find("cpp", "set", "list")).contains(set);
    assertThat(find("cpp", "map")).isEmpty();
    assertThat(find("cpp17", "set")).isEmpty();
  }

  @Test
  void removesWhatWasNotUsedForLongest() throws Exception {
    Path set = add("cpp", "set");
    Path map = add("cpp", "map");
    assertThat(find("cpp", "set")).contains(set);
    add("cpp", "list");
    assertThat(find("cpp", "map")).isEmpty();
    assertThat(find("cpp", "set")).contains(set);
    assertThat(map).as("a box may be about to see the folder").isEmptyDirectory();
  }

  @Test
  void removesWhatWasMadeOfFilesThatHaveChanged() throws Exception {
    add("cpp", "set");
    assertThat(find("cpp", "set")).isPresent();
    Files.writeString(folder.resolve("set"), "another version");
    assertThat(find("cpp", "set")).isEmpty();
    assertThat(find("cpp", "set")).isEmpty();
  }

  @Test
  void findsTheUsualPartForSourcesThatNeedNoMore() throws Exception {
    Path all = add("cpp", "set");
    Path usual = Files.createDirectories(all.resolve("usual"));
    Files.writeString(usual.resolve("names"), "regex\nfuture\n");
    headers.add(key("cpp", "set"), all);
    for (String enough :
        List.of("int futures, regex_;", "#define f(x) #x\n", "char c = '\\\\';\n")) {
      assertThat(found(enough)).as(enough).isEqualTo(usual);
    }
    for (String more :
        List.of(
            "int future;",
            "std::regex r;",
            "int fut\\\nure;",
            "int fut\\ \r\nure;",
            "#define f(x) x ## ure\n",
            "%:define f(x) x %:%: ure\n")) {
      assertThat(found(more)).as(more).isEqualTo(all);
    }
    headers.add(key("cpp", "set"), all);
    add("cpp", "map");
    add("cpp", "list");
    assertThat(usual).as("a box may be about to see the folder").isEmptyDirectory();
  }

  private Path found(String source) {
    byte[] content = source.getBytes(StandardCharsets.UTF_8);
    return headers
        .find(key("cpp", "set"), List.of(new SourceFile("main.cpp", content)))
        .orElseThrow();
  }

  private Optional<Path> find(String language, String... names) {
    return headers.find(key(language, names), List.of());
  }

  private Path add(String language, String... names) throws IOException {
    Path made = Files.createTempDirectory(folder, "made");
    Path read = folder.resolve(names[0]);
    if (Files.notExists(read)) {
      Files.writeString(read, "header");
    }
    Files.writeString(made.resolve("all.d"), "all.h.gch: all.h \\\n " + read + "\n");
    Files.write(made.resolve("all.h.gch"), new byte[1000]);
    headers.add(key(language, names), made);
    return made;
  }

  private static PrecompiledHeaders.Key key(String language, String... names) {
    return new PrecompiledHeaders.Key(language, Set.of(names));
  }
}
