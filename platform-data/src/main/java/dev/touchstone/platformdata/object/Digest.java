package dev.touchstone.platformdata.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 in lower-case hexadecimal, the name of an object. */
public final class Digest {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private Digest() {}

  /** Whether a text has the form of a digest. */
  public static boolean isDigest(String text) {
    return FORM.matcher(text).matches();
  }

  /** The digest of a file's contents. */
  public static String of(Path file) throws IOException {
    MessageDigest sha256 = start();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return end(sha256);
  }

  /** The digest of some bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(start().digest(bytes));
  }

  /** Begins a digest. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) { // every Java platform has it
      throw new IllegalStateException(e);
    }
  }

  /** Ends a digest. */
  public static String end(MessageDigest sha256) {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
