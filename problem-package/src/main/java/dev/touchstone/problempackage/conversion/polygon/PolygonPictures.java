package dev.touchstone.problempackage.conversion.polygon;

import dev.touchstone.problempackage.conversion.Conversion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the pictures that statements name. All statements are in one folder, so a picture gets
 * another name where one of another language has its name and different contents.
 */
final class PolygonPictures {
  private static final List<String> SHOWN_ENDS =
      List.of("", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf");
  private static final List<String> OTHER_ENDS = List.of("", ".eps", ".ps", ".bmp", ".tif");
  private static final Pattern SHOWN =
      Pattern.compile("\\A.*\\.(png|jpe?g|gif|svg|webp|pdf)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ELSEWHERE =
      Pattern.compile("(https?:|data:|//).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Conversion conversion;

  /** The files of the package by their new names, and the other way round. */
  private final Map<String, String> sources = new HashMap<>();

  private final Map<String, String> names = new HashMap<>();

  PolygonPictures(Conversion conversion) {
    this.conversion = conversion;
  }

  /**
   * The new name of a picture, which is copied; its own, with a warning, if it cannot be shown.
   *
   * @param statement the file that names it
   * @param named as LaTeX or HTML has it, perhaps without its extension
   */
  String nameOf(String statement, String locale, String named) {
    if (ELSEWHERE.matcher(named).matches()) {
      return named;
    }
    String path = statement.substring(0, statement.lastIndexOf('/') + 1) + named;
    Optional<String> source =
        files(path, SHOWN_ENDS).filter(file -> SHOWN.matcher(file).matches()).findFirst();
    if (source.isEmpty()) {
      boolean exists = files(path, OTHER_ENDS).findAny().isPresent();
      conversion.warn(
          statement,
          "the picture "
              + named
              + (exists ? " cannot be shown; add it as PNG, JPEG, SVG or PDF" : " is missing"));
      return named;
    }
    return names.computeIfAbsent(source.get(), file -> copied(file, locale));
  }

  private Stream<String> files(String path, List<String> ends) {
    return path.indexOf('\0') >= 0
        ? Stream.empty()
        : ends.stream().map(end -> path + end).filter(conversion::has);
  }

  private String copied(String source, String locale) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String translated = name.substring(0, dot) + "-" + locale;
    String end = name.substring(dot);
    try {
      String target =
          isFree(name, source)
              ? name
              : isFree(translated + end, source) ? translated + end : numbered(translated, end);
      if (sources.putIfAbsent(target, source) == null) {
        conversion.copy(source, "statement/" + target);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether no picture, or one with the same contents, has a name. */
  private boolean isFree(String target, String source) throws IOException {
    String other = sources.get(target);
    return other == null || Files.mismatch(conversion.file(other), conversion.file(source)) < 0;
  }

  private String numbered(String name, String end) {
    int number = sources.size();
    while (sources.containsKey(name + "-" + number + end)) {
      number++;
    }
    return name + "-" + number + end;
  }
}
