package dev.touchstone.judge.worker;

import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Revisions of exercises as problem packages on disk. Files are fetched once, by digest, and shared
 * between revisions by hard links; a folder appears under its name only when it is complete.
 * Thread-safe.
 */
final class PackageCache {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private final ServiceClient exercises;
  private final Path objects;
  private final Path packages;
  private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();

  PackageCache(ServiceClient exercises, Path folder) throws IOException {
    this.exercises = exercises;
    this.objects = Files.createDirectories(folder.resolve("objects"));
    this.packages = Files.createDirectories(folder.resolve("packages"));
  }

  record RevisionFile(String path, String sha256, long size) {}

  record Revision(long exerciseId, int revision, List<RevisionFile> files) {}

  /**
   * Returns the package of a revision, fetching what is missing.
   *
   * @throws PackageException if the revision is no package that can be judged
   * @throws IOException if the disk fails, or a file is not what its digest says
   */
  ProblemPackage open(long exercise, int revision) throws IOException, PackageException {
    String name = exercise + "-" + revision;
    Path folder = packages.resolve(name);
    synchronized (locks.computeIfAbsent(name, _ -> new Object())) {
      if (!Files.isDirectory(folder)) {
        lay(exercise, revision, folder);
      }
    }
    return ProblemPackage.open(folder, "exercise-" + exercise);
  }

  private void lay(long exercise, int revision, Path folder) throws IOException {
    String path = "/internal/v1/exercises/" + exercise + "/revisions/" + revision;
    Revision listed =
        exercises
            .find(path, Revision.class)
            .orElseThrow(() -> new IOException("There is no revision at " + path));
    Path fresh = Files.createTempDirectory(packages, "fresh-");
    for (RevisionFile file : listed.files()) {
      Path target = fresh.resolve(file.path()).normalize();
      if (!target.startsWith(fresh) || !DIGEST.matcher(file.sha256()).matches()) {
        throw new IOException("The revision at " + path + " lists a malformed file.");
      }
      Files.createDirectories(target.getParent());
      Files.createLink(target, object(file.sha256()));
    }
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path object(String digest) throws IOException {
    Path object = objects.resolve(digest);
    if (!Files.exists(object)) {
      fetch(digest, object);
    }
    return object;
  }

  private void fetch(String digest, Path object) throws IOException {
    Path fresh = Files.createTempFile(objects, "fresh-", "");
    try {
      MessageDigest sha256 = sha256();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(fresh), sha256)) {
        if (!exercises.download("/internal/v1/objects/" + digest, out)) {
          throw new IOException("The object " + digest + " does not exist.");
        }
      }
      if (!HexFormat.of().formatHex(sha256.digest()).equals(digest)) {
        throw new IOException("The object " + digest + " arrived damaged.");
      }
      Files.move(fresh, object, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
      throw new IOException("The cache can't be written.", e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
