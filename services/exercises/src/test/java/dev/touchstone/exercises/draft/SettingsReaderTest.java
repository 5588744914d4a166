package dev.touchstone.exercises.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.exercises.exercise.RevisionFile;
import dev.touchstone.platformdata.object.FolderObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final int MIB = 1024 * 1024;
  @TempDir private Path folder;

  /** A package may have hundreds of MiB, and each view of its draft reads the texts. */
  @Test
  void readsNoMoreTextThanAChangeMayHave() throws Exception {
    DraftFiles store =
        new DraftFiles(new FolderObjectStore(folder.resolve("objects")), MIB, folder);
    List<RevisionFile> files = new ArrayList<>();
    for (String language : List.of("c", "cpp", "go", "java", "python3", "rust")) {
      files.add(store.store("starter/" + language + "/main", language + " ".repeat(MIB - 10)));
    }
    files.add(store.store("problem_statement/problem.en.md", "short"));
    DraftSettings settings = SettingsReader.read(new DraftTexts(store, files));
    Map<String, @Nullable String> starters = Objects.requireNonNull(settings.starterCode());
    assertThat(starters.keySet()).hasSize(4);
    assertThat(settings.statements()).containsEntry("en", "short");
  }
}
