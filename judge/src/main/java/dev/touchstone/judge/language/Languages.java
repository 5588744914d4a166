package dev.touchstone.judge.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The languages that have a description, and which of them are installed. Immutable. */
public final class Languages {
  /** Names a folder with the operator's own descriptions. */
  public static final String FOLDER_VARIABLE = "TOUCHSTONE_LANGUAGES_DIR";

  private final Map<String, Found> described;

  private Languages(Map<String, Found> described) {
    this.described = described;
  }

  /**
   * A language as found on this machine.
   *
   * @param installed whether everything that it needs is installed
   */
  public record Found(Language language, boolean installed) {
    /** The first line that the version command prints; takes as long as that command. */
    public Optional<String> version() {
      return installed ? Optional.of(MachineProbe.version(language)) : Optional.empty();
    }
  }

  /**
   * Reads all descriptions, those of the folder in {@code TOUCHSTONE_LANGUAGES_DIR} included, and
   * looks for what they need.
   */
  public static Languages detect() {
    return detect(Optional.ofNullable(System.getenv(FOLDER_VARIABLE)).map(Path::of));
  }

  /** Reads the built-in descriptions and those in a folder, and checks what they need. */
  public static Languages detect(Optional<Path> folder) {
    Map<String, Future<Found>> probed = new TreeMap<>();
    // Some ask a compiler, which takes as long as all else; these wait side by side.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      LanguageFiles.read(folder)
          .forEach((id, language) ->
              probed.put(
                  id,
                  threads.submit(() -> new Found(language, MachineProbe.isInstalled(language)))));
    }
    Map<String, Found> described = new TreeMap<>();
    probed.forEach((id, found) -> described.put(id, found.resultNow()));
    return new Languages(described);
  }

  /** All that are described, by id. */
  public Map<String, Found> all() {
    return Map.copyOf(described);
  }

  /** Ids of those that are installed. */
  public List<String> installed() {
    return described.values().stream()
        .filter(Found::installed)
        .map(found -> found.language().id())
        .toList();
  }

  /** Folders of the host that the installed languages need. */
  public List<Path> reads() {
    return described.values().stream()
        .filter(Found::installed)
        .flatMap(found -> found.language().needs().reads().stream())
        .distinct()
        .toList();
  }

  /** A language that is installed. */
  public Optional<Language> find(String id) {
    return Optional.ofNullable(described.get(id)).filter(Found::installed).map(Found::language);
  }

  /**
   * The language of files by their extensions; data and other files may be among them. If there are
   * programs in several languages, one with a main file counts first, then the one that most of the
   * files are in.
   *
   * @param text the text of a file, by its name; where languages share an extension, it decides
   */
  public Optional<Language> ofFiles(List<String> names, UnaryOperator<String> text) {
    List<Candidate> candidates = new ArrayList<>();
    for (Found found : described.values()) {
      Language language = found.language();
      if (language.sources().guessed()) {
        List<String> programs = programs(language, names, text);
        if (!programs.isEmpty()) {
          boolean main = programs.stream().anyMatch(language::isMain);
          candidates.add(
              new Candidate(language, main, programs.size(), names.indexOf(programs.getFirst())));
        }
      }
    }
    return candidates.stream()
        .min(
            Comparator.comparing((Candidate candidate) -> !candidate.main())
                .thenComparingInt(candidate -> -candidate.files())
                .thenComparingInt(Candidate::first))
        .map(Candidate::language);
  }

  private record Candidate(Language language, boolean main, int files, int first) {}

  private static List<String> programs(
      Language language, List<String> names, UnaryOperator<String> text) {
    Optional<Pattern> foreign = language.sources().foreign();
    List<String> programs = new ArrayList<>();
    for (String name : names) {
      if (language.compiles(name)
          && (foreign.isEmpty() || !foreign.get().matcher(text.apply(name)).find())) {
        programs.add(name);
      }
    }
    return programs;
  }
}
