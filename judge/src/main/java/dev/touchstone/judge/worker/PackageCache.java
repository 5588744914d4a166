package dev.touchstone.judge.worker;

import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judgeprotocol.ListedFile;
import dev.touchstone.judgeprotocol.RevisionListing;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.telemetry.CacheCounts;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.reading.PackageReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revisions of exercises as problem packages on disk. The file list of a revision is fetched each
 * time, since a restored backup may number other content alike; a folder is named by the digest of
 * that answer and appears under its name only when it is complete. Files are fetched once and
 * shared. The folder is for one process at a time. Thread-safe.
 */
final class PackageCache {
  /** At the start a larger cache is dropped; most exercises have a few MiB of tests. */
  static final long MOST_BYTES = 8L << 30;

  private static final Logger log = LoggerFactory.getLogger(PackageCache.class);
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final String PART = "fresh-";
  private final ServiceClient exercises;
  private final ObjectCache objects;
  private final Path packages;
  private final LimitSettings limits;
  private final long mostBytes;
  private final CacheCounts counts = new CacheCounts();
  private final ConcurrentHashMap<Long, Shelf> shelves = new ConcurrentHashMap<>();

  /**
   * Takes over the files of an earlier process.
   *
   * @param mostBytes how large that may be, and how large it may become by drafts
   * @param limits the operator's settings
   */
  PackageCache(ServiceClient exercises, Path folder, long mostBytes, LimitSettings limits)
      throws IOException {
    this.exercises = exercises;
    this.limits = limits;
    this.mostBytes = mostBytes;
    this.objects = new ObjectCache(exercises, folder.resolve("objects"));
    this.packages = Files.createDirectories(folder.resolve("packages"));
    boolean tooLarge = objects.bytes() > mostBytes;
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(packages, tooLarge ? "*" : PART + "*")) {
      left.forEach(Folders::delete);
    }
    objects.removeUnlinked();
  }

  /** Registers the meters. */
  void bindTo(MeterRegistry registry) {
    counts.bindTo(registry, "packages");
  }

  /** The revision does not exist, or the draft no longer has the version. */
  static final class NoRevisionException extends IOException {
    private static final long serialVersionUID = 1L;

    NoRevisionException(String path) {
      super("No revision exists at " + path);
    }
  }

  /** A package that stays on disk until this is closed. */
  record Use(ProblemPackage problem, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Returns the package of a revision, fetching what is missing.
   *
   * @throws PackageException if the revision is not a package that can be judged
   * @throws IOException if the disk fails, or a file is not what its digest says
   */
  Use open(long exercise, int revision) throws IOException, PackageException {
    List<ListedFile> files = list(exercise, revision);
    String name = exercise + "-" + digest(files);
    Shelf shelf = shelves.computeIfAbsent(exercise, Shelf::new);
    shelf.take(name, files);
    try {
      ProblemPackage problem =
          PackageReader.reopen(packages.resolve(name), "exercise-" + exercise, limits);
      return new Use(problem, () -> giveBack(shelf, name));
    } catch (IOException | PackageException | RuntimeException e) {
      giveBack(shelf, name);
      throw e;
    }
  }

  private void giveBack(Shelf shelf, String name) {
    shelf.giveBack(name);
    if (shelf.isDraft()) {
      forgetDrafts();
    }
  }

  /**
   * Any number of drafts comes by, and hardly one a second time; so they must not fill the disk.
   */
  private void forgetDrafts() {
    try {
      if (objects.bytes() > mostBytes) {
        for (Shelf shelf : shelves.values()) {
          if (shelf.isDraft()) {
            shelf.removeAllBut("");
          }
        }
        objects.removeUnused();
      }
    } catch (IOException e) {
      log.warn("Packages of drafts could not be removed from {}", packages, e);
    }
  }

  private List<ListedFile> list(long exercise, int revision) throws IOException {
    String path = "/internal/v1/exercises/" + exercise + "/revisions/" + revision;
    return exercises
        .find(path, RevisionListing.class)
        .orElseThrow(() -> new NoRevisionException(path))
        .files();
  }

  private static String digest(List<ListedFile> files) {
    MessageDigest sha256 = ObjectCache.sha256();
    files.stream()
        .map(file -> file.sha256() + " " + file.path() + "\n")
        .sorted()
        .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
    return ObjectCache.hex(sha256);
  }

  /** The folders of one exercise: the newest one, and older ones until their last use ends. */
  private final class Shelf {
    private final long exercise;
    private final Map<String, Integer> users = new HashMap<>();

    Shelf(long exercise) {
      this.exercise = exercise;
    }

    boolean isDraft() {
      return exercise < 0;
    }

    synchronized void take(String name, List<ListedFile> files) throws IOException {
      Path folder = packages.resolve(name);
      boolean known = Files.isDirectory(folder);
      counts.asked(known);
      if (!known) {
        lay(files, folder);
        removeAllBut(name);
      }
      users.merge(name, 1, Integer::sum);
    }

    synchronized void giveBack(String name) {
      users.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1);
    }

    private void lay(List<ListedFile> files, Path folder) throws IOException {
      Path fresh = Files.createTempDirectory(packages, PART);
      try {
        for (ListedFile file : files) {
          Path target = fresh.resolve(file.path()).normalize();
          if (!target.startsWith(fresh) || !DIGEST.matcher(file.sha256()).matches()) {
            throw new IOException("A revision of exercise " + exercise + " lists an invalid file.");
          }
          Files.createDirectories(target.getParent());
          objects.link(file.sha256(), target);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Folders.delete(fresh);
      }
    }

    /** Each is renamed first, so that a partly removed folder is never used. */
    synchronized void removeAllBut(String name) throws IOException {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(packages, exercise + "-*")) {
        for (Path folder : folders) {
          String old = String.valueOf(folder.getFileName());
          if (!old.equals(name) && !users.containsKey(old)) {
            Path part = packages.resolve(PART + old);
            Files.move(folder, part, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(part);
          }
        }
      }
    }
  }
}
