package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
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
  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z" + Pattern.quote(SUFFIX));

  private static final int FORMAT = 1;

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

  /** What was copied. */
  record Copied(long objects, long bytes) {}

  /** What a backup did; {@code name} is that of its list. */
  record Result(String name, int objects, Copied copied) {}

  /**
   * Copies what is missing and writes the list.
   *
   * @param work where an object is kept on its way
   * @param progress receives the bytes copied so far
   */
  Result write(ObjectStore source, Instant moment, WorkFolder work, LongConsumer progress)
      throws IOException {
    Set<String> digests = new TreeSet<>();
    source.list(digests::add);
    Copied copied = copy(source, content, digests, work, progress);
    String name = Archives.name(moment, SUFFIX);
    Listing listing = new Listing(FORMAT, moment, List.copyOf(digests));
    place.put(Kind.OBJECTS + "/" + name, Json.MAPPER.writeValueAsBytes(listing));
    return new Result(name, digests.size(), copied);
  }

  /** Copies the objects of a backup that a store does not have. */
  Copied restore(Listing listing, ObjectStore target, WorkFolder work, LongConsumer progress)
      throws IOException {
    Set<String> digests = new TreeSet<>(listing.objects());
    Copied copied = copy(content, target, digests, work, progress);
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
    long bytes = 0;
    for (String digest : listing.objects()) {
      Optional<InputStream> object = content.open(digest);
      if (object.isEmpty()) {
        missing.add(digest);
        continue;
      }
      try (InputStream in = object.get()) {
        bytes += in.transferTo(OutputStream.nullOutputStream());
      }
      progress.accept(bytes);
    }
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
    return bytes;
  }

  /** Reads the list of a backup, by its name or {@link Archives#LATEST}. */
  Listing find(String name) throws IOException {
    String found =
        Archives.choose(
            place.list(Kind.OBJECTS.toString()).stream()
                .filter(each -> NAME.matcher(each).matches())
                .toList(),
            name,
            "objects in " + place);
    try (InputStream in = place.open(Kind.OBJECTS + "/" + found)) {
      Listing listing = Json.TOLERANT.readValue(in, Listing.class);
      if (listing.format() != FORMAT) {
        throw new OperationFailed(found + " was made by a newer version of Touchstone.");
      }
      return listing;
    } catch (JacksonException e) {
      throw new OperationFailed(found + " is not a list of objects.", e);
    }
  }

  /** Copies what is missing; removes from the digests what is gone from the source by then. */
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
    long objects = 0;
    long bytes = 0;
    for (String digest : List.copyOf(digests)) {
      if (there.contains(digest)) {
        continue;
      }
      Optional<InputStream> object = source.open(digest);
      if (object.isEmpty()) {
        digests.remove(digest);
        continue;
      }
      try (InputStream in = object.get()) {
        bytes += Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      target.put(digest, file);
      objects++;
      progress.accept(bytes);
    }
    return new Copied(objects, bytes);
  }

  private static OperationFailed missing(List<String> digests) {
    return new OperationFailed(
        "%d objects of the backup are missing, such as %s."
            .formatted(digests.size(), digests.getFirst()));
  }
}
