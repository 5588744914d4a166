package dev.touchstone.exercises.exercise;

import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.ConvertedText;
import dev.touchstone.problempackage.conversion.PlainMarkdown;
import dev.touchstone.problempackage.conversion.html.HtmlMarkdown;
import dev.touchstone.problempackage.conversion.latex.LatexMarkdown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files of a package as texts for the tables; files that can't be texts become faults. */
final class TreeTexts {
  /** Kept in the table, too, up to this size, so that authors see it without a download. */
  private static final int INLINE = 16 * 1024;

  /** Samples and statements are sent to browsers whole. */
  private static final int LARGEST_SAMPLE = 256 * 1024;

  private static final int LARGEST_STATEMENT = 1024 * 1024;

  private static final List<String> PICTURES =
      List.of("", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf");

  /** What the format begins with. */
  private static final String PDF = "%PDF-";

  private final Path root;
  private final Map<String, RevisionFile> files;
  private final List<Fault> faults;

  TreeTexts(PackageTree tree, List<Fault> faults) {
    this.root = tree.root();
    this.files = tree.byPath();
    this.faults = faults;
  }

  /** A file whose text is kept only if it is small. */
  StoredText content(Path file) throws IOException {
    RevisionFile listed = listed(file);
    String text = listed.size() <= INLINE ? text(file).orElse(null) : null;
    return new StoredText(listed.sha256(), listed.size(), text);
  }

  /** A file that learners see. */
  StoredText sample(Path file) throws IOException {
    RevisionFile listed = listed(file);
    return new StoredText(listed.sha256(), listed.size(), shown(file, LARGEST_SAMPLE));
  }

  /** A file that learners see, or nothing. */
  StoredText sample(Optional<Path> file) throws IOException {
    return file.isPresent() ? sample(file.get()) : new StoredText(Digest.of(new byte[0]), 0, "");
  }

  /** A statement as Markdown, with its constants replaced; a PDF as a picture. */
  String statement(Path file, Constants constants) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".pdf")) {
      return pdf(file, name);
    }
    String text = constants.replaceIn(shown(file, LARGEST_STATEMENT), LARGEST_STATEMENT);
    if (text.length() > LARGEST_STATEMENT) {
      return tooLong(file, "with the values of its constants");
    }
    try {
      String markdown = markdown(file, name, text);
      return markdown.length() > LARGEST_STATEMENT ? tooLong(file, "as Markdown") : markdown;
    } catch (ConversionException e) {
      faults.add(new Fault(path(file), e.reason()));
      return "";
    }
  }

  private String tooLong(Path file, String when) {
    faults.add(
        new Fault(
            path(file), "is longer than " + LARGEST_STATEMENT / 1024 + " Ki characters " + when));
    return "";
  }

  private String markdown(Path file, String name, String text) throws ConversionException {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "tex" -> shown(file, LatexMarkdown.convert(text, picture -> picture(file, picture)));
      case "html", "htm" -> shown(file, HtmlMarkdown.convert(text));
      case "txt" -> PlainMarkdown.of(text);
      default -> text;
    };
  }

  private String shown(Path file, ConvertedText converted) {
    converted
        .remarks()
        .forEach(remark -> faults.add(Fault.warning(path(file), remark.line(), remark.message())));
    return converted.markdown();
  }

  /** A picture's file, which LaTeX may name without its extension. */
  private String picture(Path statement, String name) {
    String folder = path(statement).substring(0, path(statement).lastIndexOf('/') + 1);
    Optional<String> found =
        PICTURES.stream()
            .map(extension -> name + extension)
            .filter(picture -> files.containsKey(folder + picture))
            .findFirst();
    if (found.isEmpty()) {
      faults.add(Fault.warning(path(statement), "the picture " + name + " is missing"));
    }
    return found.orElse(name);
  }

  /** The page shows such a picture with the browser's own viewer. */
  private String pdf(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (!new String(in.readNBytes(PDF.length()), StandardCharsets.ISO_8859_1).equals(PDF)) {
        faults.add(new Fault(path(file), "is not a PDF"));
      }
    }
    return "![" + name + "](" + name + ")\n";
  }

  /** A text that PostgreSQL can store: it has no NUL. */
  String clean(String file, String text) {
    if (text.indexOf('\0') >= 0) {
      faults.add(new Fault(file, "must not contain a NUL character"));
      return "";
    }
    return text;
  }

  private String shown(Path file, int largest) throws IOException {
    String path = path(file);
    if (listed(file).size() > largest) {
      faults.add(
          new Fault(
              path, "is larger than " + largest / 1024 + " KiB, the limit for what learners see"));
      return "";
    }
    Optional<String> text = text(file);
    if (text.isEmpty()) {
      faults.add(new Fault(path, "must be UTF-8 text without NUL, since learners see it"));
    }
    return text.orElse("");
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private RevisionFile listed(Path file) {
    return Objects.requireNonNull(files.get(path(file)), "The package changed while it was read.");
  }

  private String path(Path file) {
    return root.relativize(file).toString();
  }
}
