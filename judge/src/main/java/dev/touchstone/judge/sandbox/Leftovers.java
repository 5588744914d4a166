package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what a killed judge has left: folders and control groups, whose names contain its process
 * id and start time. The next judge of the machine does so when it starts.
 */
final class Leftovers {
  static final String FOLDER_PREFIX = "touchstone-judge-";
  static final String GROUP_PREFIX = "touchstone-";
  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
  private static final Pattern OWNER = Pattern.compile("touchstone-(?:judge-)?(\\d+)\\.t(\\d+).*");

  /** In /proc/PID/stat (proc(5)), counted from the field behind the program's name. */
  private static final int START_TIME = 19;

  private Leftovers() {}

  /** The part of a name that identifies this process. */
  static String self() {
    long self = ProcessHandle.current().pid();
    return self + ".t" + started(self);
  }

  /** Removes folders of dead judges of this user. */
  static void removeFolders() {
    for (Path parent : TemporaryFolders.all()) {
      forEachOrphan(
          parent,
          FOLDER_PREFIX,
          folder -> {
            if (isOurs(folder)) {
              Folders.delete(folder);
            }
          });
    }
  }

  /** Removes control groups of dead judges, whose processes have died with them. */
  static void removeGroups(Path parent) {
    forEachOrphan(
        parent,
        GROUP_PREFIX,
        folder -> {
          forEachFolder(folder, "run-", GroupFiles::clear);
          GroupFiles.clear(folder);
        });
  }

  private static void forEachOrphan(Path parent, String prefix, Consumer<Path> remove) {
    forEachFolder(
        parent,
        prefix,
        folder -> {
          Matcher owner = OWNER.matcher(folder.getFileName().toString());
          if (owner.matches() && !isAlive(owner)) {
            log.info("Removing {}, left by a judge that was killed", folder);
            remove.accept(folder);
          }
        });
  }

  private static void forEachFolder(Path parent, String prefix, Consumer<Path> action) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          action.accept(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException | SandboxException e) {
      log.warn("Files of a killed judge in {} can't be removed", parent, e);
    }
  }

  private static boolean isAlive(Matcher owner) {
    return started(Long.parseLong(owner.group(1))) == Long.parseLong(owner.group(2));
  }

  private static boolean isOurs(Path folder) {
    try {
      return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
          .equals(Files.getOwner(Path.of("/proc/self/comm")));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * When a process was started, in ticks since the machine started, which no clock change affects;
   * negative if there is none.
   */
  private static long started(long process) {
    try {
      Path stat = Path.of("/proc", Long.toString(process), "stat");
      String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
      return Long.parseLong(text.substring(text.lastIndexOf(')') + 2).split(" ", -1)[START_TIME]);
    } catch (IOException e) {
      return -1;
    }
  }
}
