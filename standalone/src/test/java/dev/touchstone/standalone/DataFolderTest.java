package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void isOnlyForItsOwner() throws IOException {
    Path folder = temporary.resolve("new/data");
    try (DataFolder data = DataFolder.open(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      assertThat(data.folder("logs")).isDirectory();
    }
  }

  @Test
  void opensAgainAfterAStop() {
    DataFolder.open(temporary).close();
    DataFolder.open(temporary).close();
  }

  @Test
  void opensAfterAStartThatWasKilledInItsFirstMoments() throws IOException {
    Files.createFile(temporary.resolve("lock"));
    Files.createFile(temporary.resolve("format.new"));
    DataFolder.open(temporary).close();
    assertThat(temporary.resolve("format")).hasContent("1\n");
  }

  @Test
  void leavesAFolderOfANewerVersionAsItIs() throws IOException {
    Files.writeString(temporary.resolve("format"), "2\n");
    var before = Files.getPosixFilePermissions(temporary);
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("newer version")
        .hasMessageContaining("Nothing was changed");
    assertThat(Files.getPosixFilePermissions(temporary)).isEqualTo(before);
    assertThat(names()).containsExactly("format");
  }

  @Test
  void leavesAFolderOfSomethingElseAsItIs() throws IOException {
    Files.createFile(temporary.resolve("thesis.tex"));
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("contains other files");
    assertThat(names()).containsExactly("thesis.tex");
  }

  @Test
  void namesAFolderThatCanNotBeWritten() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not writable")
        .hasMessageContaining("--data-dir");
  }

  private Set<String> names() throws IOException {
    try (var files = Files.list(temporary)) {
      return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
    }
  }
}
