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
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
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

  @Test
  void makesLinksInsideTheirFilesAndLeavesOutOthers() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside"), "secret");
    Path archive = folder.resolve("links.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
      link(tar, "run", "bin/v", TarConstants.LF_SYMLINK); // before its file
      link(tar, "bin/again", "../run", TarConstants.LF_SYMLINK);
      link(tar, "hard", "bin/v", TarConstants.LF_LINK);
      link(tar, "dangling", "nothing", TarConstants.LF_SYMLINK);
      link(tar, "up", "../outside", TarConstants.LF_SYMLINK);
      link(tar, "absolute", outside.toString(), TarConstants.LF_SYMLINK);
      link(tar, "one", "two", TarConstants.LF_SYMLINK);
      link(tar, "two", "one", TarConstants.LF_SYMLINK);
      link(tar, "folder", "bin", TarConstants.LF_SYMLINK);
      link(tar, "bin/v/below", "../other", TarConstants.LF_SYMLINK);
      link(tar, "n".repeat(300), "bin/v", TarConstants.LF_SYMLINK);
      link(tar, "bin/other", "v", TarConstants.LF_SYMLINK);
      file(tar, "bin/v");
    }
    ArtifactArchive.unpack(archive, target());
    for (String name : List.of("run", "bin/again", "hard", "bin/other")) {
      assertThat(target().resolve(name)).hasContent("content of bin/v");
      assertThat(target().resolve(name)).isRegularFile();
      assertThat(Files.isSymbolicLink(target().resolve(name))).isFalse();
    }
    try (Stream<Path> tree = Files.walk(target())) {
      assertThat(tree.filter(Files::isRegularFile)).hasSize(5);
    }
  }

  /** Each name is a file for whoever copies the program. */
  @Test
  void countsLinksLikeFiles() throws Exception {
    Path archive = folder.resolve("copies.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
      TarArchiveEntry entry = new TarArchiveEntry("large");
      entry.setSize(8 << 20);
      tar.putArchiveEntry(entry);
      tar.write(new byte[8 << 20]);
      tar.closeArchiveEntry();
      for (int i = 0; i < 16; i++) {
        link(tar, "link" + i, "large", TarConstants.LF_SYMLINK);
      }
    }
    assertRefused(archive, "larger than 128 MiB");
  }

  private static void link(TarArchiveOutputStream tar, String name, String to, byte kind)
      throws IOException {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    TarArchiveEntry entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(to);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private static void file(TarArchiveOutputStream tar, String name) throws IOException {
    byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
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
        file(tar, name);
      }
    }
    return archive;
  }
}
