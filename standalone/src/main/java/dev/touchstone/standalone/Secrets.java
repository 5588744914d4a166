package dev.touchstone.standalone;

import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Generated secrets, one file each, that only the owner of the data folder can read. */
final class Secrets {
  private static final int BYTES = 32;

  /** Without letters and digits that are easily confused. */
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

  /** 20 of 32 characters are 100 bits. */
  private static final int READABLE_LENGTH = 20;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** Returns a secret of 64 hexadecimal digits, the same one at every start. */
  String obtain(String name) {
    return obtain(name, this::digits);
  }

  /** Returns a secret that a person can type, the same one until it is forgotten. */
  String obtainReadable(String name) {
    return obtain(name, this::readable);
  }

  /** Returns a secret if there is one. */
  Optional<String> find(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a secret. */
  void forget(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized String obtain(String name, Supplier<String> generator) {
    Optional<String> known = find(name);
    if (known.isPresent()) {
      return known.get();
    }
    String fresh = generator.get();
    try {
      DurableFile.write(folder.resolve(name), fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fresh;
  }

  private String digits() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private String readable() {
    StringBuilder text = new StringBuilder();
    random
        .ints(READABLE_LENGTH, 0, READABLE.length())
        .forEach(i -> text.append(READABLE.charAt(i)));
    return text.toString();
  }
}
