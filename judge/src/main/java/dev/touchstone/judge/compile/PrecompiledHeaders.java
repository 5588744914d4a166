package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps headers that a compiler has read already, by language and by the headers. The folder of one
 * has the file {@code all.h}, which includes them, and what the compiler made of it. Of a folder
 * that is no longer needed only the files go, because a box may be about to be shown it: a compiler
 * that misses the files fails, and the ordinary one runs. Thread-safe.
 */
final class PrecompiledHeaders {
  static final String INCLUDES = "all.h";

  private static final String SCRIPT = "precompile.sh";

  /** What the compiler read, as a rule for make. */
  private static final String READ = "all.d";

  private static final Pattern SEPARATOR = Pattern.compile("[\\s\\\\]+");

  private final long mostBytes;
  private final Duration pause;
  private final Map<Key, Made> made = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Headers of a language.
   *
   * @param language its id
   */
  record Key(String language, Set<String> headers) {
    Key {
      headers = Set.copyOf(headers);
    }

    /** A file that includes them, and the script that a language may run on it. */
    Map<String, String> files() {
      return Map.of(INCLUDES, text(), SCRIPT, script());
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      headers.stream()
          .sorted()
          .forEach(header -> text.append("#include <").append(header).append(">\n"));
      return text.toString();
    }

    boolean isWithin(Key other) {
      return language.equals(other.language) && other.headers.containsAll(headers);
    }
  }

  private record Made(Path folder, Optional<UsualHeaders> usual, FileStamps read, long bytes) {
    /** The folder for sources that include these headers. */
    Path folder(List<SourceFile> sources) {
      return usual.filter(part -> part.suffice(sources)).map(UsualHeaders::folder).orElse(folder);
    }
  }

  /**
   * Keeps nothing yet.
   *
   * @param mostBytes of all folders
   * @param pause how long after a look at the files of the machine they count as unchanged
   */
  PrecompiledHeaders(long mostBytes, Duration pause) {
    this.mostBytes = mostBytes;
    this.pause = pause;
  }

  /** Whether exactly these headers are kept. */
  synchronized boolean has(Key key) {
    removeChanged();
    return made.containsKey(key);
  }

  /** The folder of as many of these headers as possible, and of no others, for sources. */
  Optional<Path> find(Key key, List<SourceFile> sources) {
    return findWithin(key).map(one -> one.folder(sources));
  }

  private synchronized Optional<Made> findWithin(Key key) {
    removeChanged();
    return made.keySet().stream()
        .filter(other -> other.isWithin(key))
        .max(Comparator.comparingInt(other -> other.headers().size()))
        .map(made::get);
  }

  /** Keeps a folder that was made. */
  void add(Key key, Path folder) throws IOException {
    Made added =
        new Made(
            folder, UsualHeaders.in(folder), new FileStamps(read(folder), pause), size(folder));
    synchronized (this) {
      made.put(key, added);
      removeOldest();
    }
  }

  private void removeChanged() {
    List<Key> changed = new ArrayList<>();
    made.forEach((key, one) -> {
      if (!one.read().same()) {
        changed.add(key);
      }
    });
    changed.forEach(
        key -> Optional.ofNullable(made.remove(key)).ifPresent(PrecompiledHeaders::empty));
  }

  private void removeOldest() {
    long bytes = made.values().stream().mapToLong(Made::bytes).sum();
    Iterator<Made> oldestFirst = made.values().iterator();
    while (bytes > mostBytes && oldestFirst.hasNext()) {
      Made oldest = oldestFirst.next();
      oldestFirst.remove();
      bytes -= oldest.bytes();
      empty(oldest);
    }
  }

  private static String script() {
    try (InputStream script =
        Objects.requireNonNull(PrecompiledHeaders.class.getResourceAsStream(SCRIPT))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Made one) {
    try (Stream<Path> files = Files.walk(one.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // The folder goes with the sandbox.
    }
  }

  private static List<Path> read(Path folder) throws IOException {
    return SEPARATOR
        .splitAsStream(Files.readString(folder.resolve(READ)))
        .filter(name -> name.startsWith("/"))
        .map(Path::of)
        .toList();
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
