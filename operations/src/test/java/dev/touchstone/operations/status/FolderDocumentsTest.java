package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDocumentsTest implements DocumentsContract {
  @TempDir private Path folder;

  @Override
  public Documents documents() {
    return new FolderDocuments(folder.resolve("page"));
  }

  @Test
  void aWebServerCanReadThem() throws IOException {
    documents().publish("index.html", "text", "text/html");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("page/index.html"))))
        .isEqualTo("rw-r--r--");
  }

  /** As a process leaves it that is killed while it writes. */
  @Test
  void whatWasHalfWrittenDoesNoHarm() throws IOException {
    Documents documents = documents();
    assertThat(documents.create("incidents/1.json", "whole")).isTrue();
    Files.writeString(folder.resolve("page/incidents/1.json.new"), "ha");

    assertThat(documents.names("incidents")).containsExactly("incidents/1.json");
    documents.change("incidents/1.json", old -> old.orElseThrow() + "r");
    assertThat(documents.find("incidents/1.json").orElseThrow().text()).isEqualTo("wholer");
  }

  @Test
  void aFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new FolderDocuments(file).create("history.json", "text"))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining(file + " can't be read or written");
  }
}
