package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs untrusted commands, each in a fresh box. Nothing of a box outlives its run: a program can
 * write only to its own memory, standard output and standard error. What reads hidden tests never
 * runs in a box whose output a learner sees. Thread-safe; as many commands of each kind run at once
 * as there are boxes, and others wait.
 */
public final class Sandbox implements AutoCloseable {
  private static final String BUBBLEWRAP = "bwrap";
  private static final List<Path> PROGRAMS =
      Stream.of("/usr/bin", "/bin", "/usr/local/bin").map(Path::of).toList();

  private final Path folder;
  private final Optional<ControlGroups> groups;
  private final Watchdog watchdog;
  private final Messenger messenger = new Messenger();
  private final List<Box> boxes = new ArrayList<>();

  private final FreeBoxes free = new FreeBoxes();
  private final AtomicLong files = new AtomicLong();
  private final List<Protection> protections = new ArrayList<>();

  private Sandbox(Path folder, Optional<ControlGroups> groups, Watchdog watchdog) {
    this.folder = folder;
    this.groups = groups;
    this.watchdog = watchdog;
  }

  /**
   * Prepares the sandbox and checks its protections.
   *
   * @param boxes how many runs there may be at once, of those that read something hidden and of the
   *     others
   * @throws SandboxException if untrusted code can't be run safely; the message names what is
   *     missing
   */
  public static Sandbox start(int boxes) {
    return start(boxes, boxes);
  }

  /**
   * The same with different numbers.
   *
   * @param hidden how many runs that read something hidden there may be at once
   * @param open how many others
   */
  public static Sandbox start(int hidden, int open) {
    return start(hidden, open, PROGRAMS, ControlGroups.detect());
  }

  /** Starts with given programs and control groups. */
  static Sandbox start(int boxes, List<Path> programs, Optional<ControlGroups> groups) {
    return start(boxes, boxes, programs, groups);
  }

  private static Sandbox start(
      int hidden, int open, List<Path> programs, Optional<ControlGroups> groups) {
    Sandbox sandbox = new Sandbox(makeFolder(), groups, new Watchdog());
    try {
      sandbox.prepare(hidden, open, bubblewrap(programs));
      return sandbox;
    } catch (IOException e) {
      sandbox.close();
      throw new SandboxException("The folder for temporary files can't be written.", e);
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /** The protections of this machine, active or not. */
  public List<Protection> protections() {
    return List.copyOf(protections);
  }

  /**
   * The missing protections without which a hostile program may harm this machine, and not only
   * itself.
   */
  public List<Protection> risks() {
    return protections.stream()
        .filter(protection -> !protection.active() && ProtectionCheck.isRisk(protection))
        .toList();
  }

  /**
   * A folder whose content boxes may be shown: every user may pass through it, none may list it.
   * The caller removes what it puts there.
   */
  public Path sharedFolder() {
    return folder;
  }

  /** A folder for files that no box is shown; it is removed with the sandbox. */
  public Path privateFolder() {
    return folder.resolve("private");
  }

  /**
   * A new path in the private folder for a file that a run writes. Nothing is there yet: a file
   * system that is asked for many new files takes a while for each.
   */
  public Path newFile(String extension) {
    return privateFolder().resolve("file-" + files.incrementAndGet() + extension);
  }

  /**
   * Runs a command until it ends or exceeds a limit.
   *
   * @throws SandboxException if the box could not be made or removed; never because of the program
   */
  public Execution run(Command command) {
    Box box = take(command);
    try {
      return box.run(command, () -> free.add(box));
    } finally {
      free.ended(box);
    }
  }

  @Override
  public void close() {
    boxes.forEach(Box::close);
    messenger.close();
    watchdog.close();
    groups.ifPresent(ControlGroups::close);
    Folders.delete(folder);
  }

  private void prepare(int hiddenBoxes, int openBoxes, Path bubblewrap) throws IOException {
    Files.createDirectory(
        privateFolder(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Optional<byte[]> seccomp = SeccompFilter.forThisMachine(groups.isPresent());
    Path filter = Files.write(folder.resolve("filter"), seccomp.orElse(new byte[0]));
    boolean root = root();
    for (int i = 0; i < hiddenBoxes + openBoxes; i++) {
      Path own = folder.resolve("box-" + i);
      boolean hidden = i < hiddenBoxes;
      Box box =
          new Box(
              i,
              hidden,
              root,
              own,
              privateFolder(),
              bubblewrap,
              filter,
              groups,
              watchdog,
              messenger);
      boxes.add(box);
      free.add(box);
    }
    boolean prepared = boxes.stream().allMatch(Box::prepared);
    protections.addAll(
        new ProtectionCheck(this, BubblewrapFaults.of(bubblewrap))
            .protections(groups, seccomp.isPresent(), root, prepared));
    requireFloor();
  }

  /** Whether this process can switch to other users. */
  boolean root() {
    return Identity.possible();
  }

  private void requireFloor() {
    List<Protection> missing =
        protections.stream()
            .filter(protection -> protection.floor() && !protection.active())
            .toList();
    boolean noBox =
        !missing.isEmpty() && missing.getFirst().name().equals(ProtectionCheck.NAMESPACES);
    if (!missing.isEmpty()) {
      throw new SandboxException(
          "Untrusted code can't be run safely here. "
              + missing.stream()
                  .limit(noBox ? 1 : missing.size())
                  .map(protection -> protection.name() + ": " + protection.detail())
                  .collect(Collectors.joining("; ")));
    }
  }

  private Box take(Command command) {
    try {
      return free.take(command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while waiting for a free box.", e);
    }
  }

  private static Path bubblewrap(List<Path> folders) {
    return folders.stream()
        .map(programs -> programs.resolve(BUBBLEWRAP))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new SandboxException(
                "Untrusted code can't be run safely here. bubblewrap is not installed:"
                    + " apt-get install bubblewrap"));
  }

  private static Path makeFolder() {
    Leftovers.removeFolders();
    try {
      Path folder =
          Identity.possible()
              ? Folders.temporaryIn(TemporaryFolders.passable())
              : Folders.temporary();
      // Set afterwards, because the umask restricts the permissions of a new folder.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
      return folder;
    } catch (IOException e) {
      throw new SandboxException("The folder for temporary files can't be written.", e);
    }
  }
}
