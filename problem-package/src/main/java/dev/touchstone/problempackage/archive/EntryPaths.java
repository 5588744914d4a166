package dev.touchstone.problempackage.archive;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The paths of an archive. Two that differ only in case or in the Unicode form of a letter are one
 * file on Windows and macOS, so that a package with both reads differently there.
 */
final class EntryPaths {
  private final Map<String, Place> places = new HashMap<>();

  private record Place(String path, boolean folder) {}

  /**
   * Adds an entry.
   *
   * @throws ArchiveException {@code DUPLICATE_PATH}
   */
  void add(EntryPath entry) throws ArchiveException {
    List<String> steps = entry.steps();
    for (int i = 1; i < steps.size(); i++) {
      add(new Place(String.join("/", steps.subList(0, i)), true));
    }
    add(new Place(entry.name(), entry.folder()));
  }

  private void add(Place place) throws ArchiveException {
    String key =
        Normalizer.normalize(place.path(), Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    Place before = places.putIfAbsent(key, place);
    if (before == null || (before.equals(place) && place.folder())) {
      return;
    }
    String message =
        !before.path().equals(place.path())
            ? "differs from " + before.path() + " only in case or form"
            : before.folder() == place.folder()
                ? "occurs twice in the archive"
                : "is both a file and a folder";
    throw new ArchiveException(ArchiveFault.DUPLICATE_PATH, place.path(), message);
  }
}
