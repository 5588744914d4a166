package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Copies of the objects of exercises. Objects have the names of their contents and never change, so
 * only those that are missing are copied, and each backup is a list of them, written last. Not
 * thread-safe.
 *
 * @param content where the copies are
 * @param place where the lists are
 */
record ObjectsBackup(ObjectStore content, Place place) {
  private static final String SUFFIX = ".json";
  private static final int FORMAT = 1;
  private static final int BUFFER = 1 << 16;

  /**
   * A backup.
   *
   * @param format raised when older versions can't read it
   * @param createdAt when the objects were listed
   * @param objects their digests, sorted
   */
  record Listing(int format, Instant createdAt, List<String> objects) {
    Listing {
      objects = List.copyOf(objects);
    }
  }

  /**
   * What was copied.
   *
   * @param failures why objects could not be read at their source, by their digests
   */
  record Copied(long objects, long bytes, Map<String, String> failures) {
    Copied {
      failures = Map.copyOf(failures);
    }

    private void requireAll(String rest) {
      if (!failures.isEmpty()) {
        throw unreadable(failures, rest);
      }
    }
  }

  /** What a backup did; {@code name} is that of its list. */
  record Result(String name, int objects, Copied copied) {}

  /**
   * Copies what is missing and writes the list. One that can't be read does not keep the others out
   * of the backup.
   *
   * @param work where an object is kept on its way
   * @param progress receives the bytes copied so far
   * @throws OperationFailed if there are no objects, or once the list of all others is written, if
   *     some could not be read
   */
  Result write(ObjectStore source, Instant moment, WorkFolder work, LongConsumer progress)
      throws IOException {
    Set<String> digests = new TreeSet<>();
    source.list(digests::add);
    if (digests.isEmpty()) {
      throw new OperationFailed(
          "There are no objects. Check S3_BUCKET and S3_PREFIX, or TOUCHSTONE_DATA_DIR.");
    }
    Copied copied = copy(source, content, digests, work, progress);
    if (digests.isEmpty()) { // an empty list would be the newest backup
      copied.requireAll("Nothing was backed up.");
    }
    String name = names().of(moment);
    Listing listing = new Listing(FORMAT, moment, List.copyOf(digests));
    place.put(Kind.OBJECTS + "/" + name, Json.MAPPER.writeValueAsBytes(listing));
    copied.requireAll("The backup %s has the other %,d.".formatted(name, digests.size()));
    return new Result(name, digests.size(), copied);
  }

  /** Copies the objects of a backup that a store does not have. */
  Copied restore(Listing listing, ObjectStore target, WorkFolder work, LongConsumer progress)
      throws IOException {
    Set<String> digests = new TreeSet<>(listing.objects());
    Copied copied = copy(content, target, digests, work, progress);
    copied.requireAll("The other %,d are there.".formatted(digests.size()));
    if (digests.size() < listing.objects().size()) {
      throw missing(
          listing.objects().stream().filter(digest -> !digests.contains(digest)).toList());
    }
    return copied;
  }

  /**
   * Reads all objects of a backup and compares them with their digests.
   *
   * @return how many bytes they have
   * @throws OperationFailed if some are missing or damaged
   */
  long check(Listing listing, LongConsumer progress) throws IOException {
    List<String> missing = new ArrayList<>();
    Map<String, String> failures = new TreeMap<>();
    long bytes = 0;
    for (String digest : listing.objects()) {
      try {
        OptionalLong size = read(content, digest, OutputStream.nullOutputStream());
        if (size.isEmpty()) {
          missing.add(digest);
        }
        bytes += size.orElse(0);
      } catch (SourceFailure e) {
        failures.put(digest, e.getMessage());
      }
      progress.accept(bytes);
    }
    if (!failures.isEmpty()) {
      throw unreadable(
          failures,
          "If they are damaged, delete them from %s%s/content and run backup objects, which copies them again."
              .formatted(place, Kind.OBJECTS));
    }
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
    return bytes;
  }

  /** Reads the list of a backup, by its name or {@link BackupNames#LATEST}. */
  Listing find(String name, Instant now) throws IOException {
    String found = names().find(name, now);
    try (InputStream in = place.open(Kind.OBJECTS + "/" + found)) {
      Listing listing = Json.TOLERANT.readValue(in, Listing.class);
      if (listing.format() != FORMAT) {
        throw new OperationFailed(found + " was made by a newer version of Touchstone.");
      }
      names().require(found, listing.createdAt());
      return listing;
    } catch (JacksonException e) {
      throw new OperationFailed(found + " is not a list of objects.", e);
    }
  }

  /** Copies what is missing; removes from the digests what the source lacks or can't give. */
  private static Copied copy(
      ObjectStore source,
      ObjectStore target,
      Set<String> digests,
      WorkFolder work,
      LongConsumer progress)
      throws IOException {
    Set<String> there = new HashSet<>();
    target.list(there::add);
    Path file = work.path().resolve("object");
    Map<String, String> failures = new TreeMap<>();
    long objects = 0;
    long bytes = 0;
    for (String digest : List.copyOf(digests)) {
      if (there.contains(digest)) {
        continue;
      }
      OptionalLong size = OptionalLong.empty();
      try (OutputStream out = Files.newOutputStream(file)) {
        size = read(source, digest, out);
      } catch (SourceFailure e) {
        failures.put(digest, e.getMessage());
      }
      if (size.isEmpty()) {
        digests.remove(digest);
        continue;
      }
      target.put(digest, file);
      objects++;
      bytes += size.getAsLong();
      progress.accept(bytes);
    }
    return new Copied(objects, bytes, failures);
  }

  /** An object can't be read, which says nothing about others. */
  private static final class SourceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    SourceFailure(IOException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }

  /**
   * Reads an object to its end.
   *
   * @return its bytes; empty if there is none
   * @throws SourceFailure if it can't be read; what fails at the other end is thrown as it is
   */
  private static OptionalLong read(ObjectStore source, String digest, OutputStream out)
      throws IOException {
    Optional<InputStream> object = reading(() -> source.open(digest));
    if (object.isEmpty()) {
      return OptionalLong.empty();
    }
    long bytes = 0;
    try (InputStream in = object.get()) {
      byte[] buffer = new byte[BUFFER];
      for (int count = reading(() -> in.read(buffer));
          count >= 0;
          count = reading(() -> in.read(buffer))) {
        out.write(buffer, 0, count);
        bytes += count;
      }
    }
    return OptionalLong.of(bytes);
  }

  private static <T> T reading(Reading<T> work) throws SourceFailure {
    try {
      return work.run();
    } catch (IOException e) {
      throw new SourceFailure(e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T run() throws IOException;
  }

  private BackupNames names() {
    return new BackupNames(place, Kind.OBJECTS, SUFFIX);
  }

  private static OperationFailed missing(List<String> digests) {
    return new OperationFailed(
        "%d objects of the backup are missing, such as %s."
            .formatted(digests.size(), digests.getFirst()));
  }

  private static OperationFailed unreadable(Map<String, String> failures, String rest) {
    String all =
        failures.entrySet().stream()
            .map(failure -> failure.getKey() + ": " + failure.getValue())
            .collect(Collectors.joining(System.lineSeparator()));
    return new OperationFailed(
        "%d objects can't be read:%n%s%n%s".formatted(failures.size(), all, rest));
  }
}
