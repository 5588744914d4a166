package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    assertThat(headers.find(key("cpp", "set"))).contains(set);
    assertThat(headers.find(key("cpp", "map"))).isEmpty();
    assertThat(headers.findWithin(key("cpp", "map", "set", "list"))).contains(both);
    assertThat(headers.findWithin(key("cpp", "set", "list"))).contains(set);
    assertThat(headers.findWithin(key("cpp", "map"))).isEmpty();
    assertThat(headers.findWithin(key("cpp17", "set"))).isEmpty();
  }

  @Test
  void removesWhatWasNotUsedForLongest() throws Exception {
    Path set = add("cpp", "set");
    Path map = add("cpp", "map");
    assertThat(headers.find(key("cpp", "set"))).contains(set);
    add("cpp", "list");
    assertThat(headers.find(key("cpp", "map"))).isEmpty();
    assertThat(headers.find(key("cpp", "set"))).contains(set);
    assertThat(map).as("a box may be about to see the folder").isEmptyDirectory();
  }

  @Test
  void removesWhatWasMadeOfFilesThatHaveChanged() throws Exception {
    add("cpp", "set");
    assertThat(headers.find(key("cpp", "set"))).isPresent();
    Files.writeString(folder.resolve("set"), "another version");
    assertThat(headers.find(key("cpp", "set"))).isEmpty();
    assertThat(headers.findWithin(key("cpp", "set"))).isEmpty();
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
