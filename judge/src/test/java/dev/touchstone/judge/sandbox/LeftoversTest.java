package dev.touchstone.judge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  @Test
  void removesTheFoldersOfDeadJudgesOnly() throws Exception {
    Path own = Folders.temporary();
    Path ended = Files.createTempDirectory(Leftovers.FOLDER_PREFIX + "99999999.t1-");
    // Of one that had this process's number before.
    String earlier = ProcessHandle.current().pid() + ".t1-";
    Path before = Files.createTempDirectory(Leftovers.FOLDER_PREFIX + earlier);
    Files.writeString(before.resolve("file"), "left");
    try {
      Leftovers.removeFolders();
      assertThat(own).isDirectory();
      assertThat(own.getFileName().toString())
          .startsWith(Leftovers.FOLDER_PREFIX + Leftovers.self() + "-");
      assertThat(ended).doesNotExist();
      assertThat(before).doesNotExist();
    } finally {
      Folders.delete(own);
    }
  }

  @Test
  void knowsAProcessAgainByWhatNoStepOfTheClockChanges() throws Exception {
    String started = Leftovers.self().split("\\.t", -1)[1];
    assertThat(Files.readString(Path.of("/proc/self/stat"))).contains(" " + started + " ");
  }
}
