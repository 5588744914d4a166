package dev.touchstone.platformdata.backup;

import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Permissions as the number that an archive keeps. */
final class FileMode {
  /** From the lowest bit (inode(7)). */
  private static final List<PosixFilePermission> BITS =
      List.of(
          PosixFilePermission.OTHERS_EXECUTE,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_READ);

  private FileMode() {}

  static int of(Set<PosixFilePermission> permissions) {
    return permissions.stream().mapToInt(each -> 1 << BITS.indexOf(each)).sum();
  }

  static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BITS.size(); bit++) {
      if ((mode & 1 << bit) != 0) {
        permissions.add(BITS.get(bit));
      }
    }
    return permissions;
  }
}
