package dev.touchstone.judge.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactArchiveTest {
  @TempDir Path folder;

  @Test
  void unpacksFiles() throws Exception {
    ArtifactArchive.unpack(archive(List.of("a", "b/c")), target());
    assertThat(target().resolve("b/c")).hasContent("content of b/c");
  }

  @Test
  void refusesTooManyFiles() throws Exception {
    List<String> names = IntStream.range(0, 2001).mapToObj(i -> "f" + i).toList();
    assertRefused(archive(names), "more than 2000 files");
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    TarArchiveEntry entry = new TarArchiveEntry("large");
    entry.setSize((128L << 20) + 1);
    byte[] header = new byte[1024];
    entry.writeEntryHeader(header);
    Files.write(folder.resolve("head.tar"), header);
    assertRefused(folder.resolve("head.tar"), "larger than 128 MiB");
  }

  @Test
  void refusesNamesOutsideAndNamesThatComeTwice() throws Exception {
    assertRefused(archive(List.of("../x")), "outside its folder");
    assertRefused(archive(List.of("a", "a")), "can't be read");
    assertRefused(archive(List.of("d", "d/e")), "can't be read");
  }

  @Test
  void refusesWhatIsCutOrNoArchive() throws Exception {
    byte[] whole = Files.readAllBytes(archive(List.of("a")));
    assertRefused(Files.write(folder.resolve("cut"), Arrays.copyOf(whole, 515)), "can't be read");
    byte[] noise = "x".repeat(2048).getBytes(StandardCharsets.US_ASCII);
    assertRefused(Files.write(folder.resolve("noise"), noise), "can't be read");
  }

  private void assertRefused(Path archive, String reason) throws Exception {
    Path target = Files.createTempDirectory(folder, "refused");
    assertThatThrownBy(() -> ArtifactArchive.unpack(archive, target))
        .isInstanceOf(ArtifactArchive.Refused.class)
        .hasMessageContaining(reason);
  }

  private Path target() {
    return folder.resolve("target");
  }

  private Path archive(List<String> names) throws IOException {
    Path archive = Files.createTempFile(folder, "made", ".tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
      for (String name : names) {
        byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }
}
