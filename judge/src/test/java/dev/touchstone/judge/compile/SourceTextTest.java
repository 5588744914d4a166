package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.problempackage.Constants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
  @TempDir private Path folder;

  private byte[] source(String text, String value) throws IOException {
    Path file = Files.write(folder.resolve("a.py"), text.getBytes(StandardCharsets.ISO_8859_1));
    return SourceText.of(file, new Constants(Map.of("c", value)));
  }

  @Test
  void replacesConstantsInAnyEncoding() throws Exception {
    assertThat(source("\u00e9 {{c}}", "đ")).containsExactly(0xe9, ' ', 0xc4, 0x91);
  }

  @Test
  void longValuesInManyPlacesAreRefused() {
    assertThatThrownBy(() -> source("{{c}}".repeat(200_000), "x".repeat(8_192)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.py is larger than 4 MiB");
  }
}
