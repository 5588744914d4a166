package dev.touchstone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRoutesTest {
  @TempDir Path folder;

  @Test
  void findsRoutesAndNoCalls() throws IOException {
    Path nested = Files.createDirectories(folder.resolve("note"));
    Files.writeString(
        nested.resolve("NoteEndpoints.java"),
        """
        rules
            .get("/notes", this::list)
            .delete(
                "/notes/{id}/files/{+path}", this::remove);
        other.get("/elsewhere");
        """);
    Files.writeString(
        folder.resolve("NoteClient.java"), "client.get(\"/elsewhere\", this::answered)");
    assertThat(SourceRoutes.below(folder))
        .containsExactly("GET /notes", "DELETE /notes/{id}/files/{path}");
  }
}
