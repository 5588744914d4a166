package dev.touchstone.problempackage.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives as strange as a test needs them. */
final class Zip {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

  /** Names in a code page, which the archive does not mention. */
  @SuppressWarnings("PreferCharsetOverload") // this one has no other
  static Zip inCodePage(String charset) {
    Zip zip = new Zip();
    zip.zip.setEncoding(charset);
    zip.zip.setUseLanguageEncodingFlag(false);
    return zip;
  }

  /** Adds the second name of Info-ZIP to each. */
  Zip withUnicodeNames() {
    zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.ALWAYS);
    return this;
  }

  Zip file(String name, String contents) throws IOException {
    return file(name, contents.getBytes(StandardCharsets.UTF_8), 0);
  }

  /** An entry as Unix writes it, with a mode that gives its type. */
  Zip ofUnix(String name, int mode) throws IOException {
    return file(name, new byte[] {'x'}, mode);
  }

  Zip file(String name, byte[] contents, int mode) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    if (mode != 0) {
      entry.setUnixMode(mode);
    }
    zip.putArchiveEntry(entry);
    zip.write(contents);
    zip.closeArchiveEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }

  /** Replaces characters in names, which writers would not write. */
  static byte[] replaced(byte[] archive, String old, String text) {
    String latin = new String(archive, StandardCharsets.ISO_8859_1);
    return latin.replace(old, text).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Changes a number of two bytes in the header of the first entry of the directory. */
  static byte[] withHeader(byte[] archive, int offset, int value) {
    byte[] changed = archive.clone();
    ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(directory(changed) + offset, (short) value);
    return changed;
  }

  /** Lists the only entry, whose name has one letter, under many names. */
  static byte[] overlapping(byte[] archive, int times) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int start = directory(archive);
    int end = archive.length - 22;
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(archive, 0, start);
    for (int i = 0; i < times; i++) {
      byte[] header = Arrays.copyOfRange(archive, start, end);
      header[46] = (byte) ('a' + i);
      changed.write(header);
    }
    ByteBuffer last =
        ByteBuffer.wrap(Arrays.copyOfRange(archive, end, archive.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    last.putShort(8, (short) times).putShort(10, (short) times);
    last.putInt(12, (end - start) * times);
    last.putInt(16, buffer.getInt(end + 16));
    changed.write(last.array());
    return changed.toByteArray();
  }

  private static int directory(byte[] archive) {
    return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 22 + 16);
  }
}
