package dev.touchstone.problempackage.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Decodes the names of entries. Only UTF-8 can be declared in an archive; what is not UTF-8 is in
 * the code page of the machine that packed it, which nothing records. Every name decodes to
 * something, since a picture's strange name must not make a package unreadable.
 */
final class EntryName {
  private static final int FAT = 0;
  private static final int NTFS = 10;
  private static final int VFAT = 14;

  private EntryName() {}

  /** The name with slashes between folders. */
  static String of(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    String name =
        unicode(entry, raw)
            .or(() -> decoded(raw, StandardCharsets.UTF_8))
            .orElseGet(() -> new String(raw, CodePage.of(raw)));
    return isOfWindows(entry.getPlatform()) ? name.replace('\\', '/') : name;
  }

  /** Info-ZIP's second name, which is valid as long as it belongs to the first. */
  private static Optional<String> unicode(ZipArchiveEntry entry, byte[] raw) {
    if (entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field
        && field.getUnicodeName() != null) {
      CRC32 checksum = new CRC32();
      checksum.update(raw);
      if (checksum.getValue() == field.getNameCRC32()) {
        return decoded(field.getUnicodeName(), StandardCharsets.UTF_8);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Some programs on Windows write backslashes; elsewhere one may be part of a name. */
  private static boolean isOfWindows(int platform) {
    return platform == FAT || platform == NTFS || platform == VFAT;
  }
}
