package dev.touchstone.judge.language;

import dev.touchstone.judge.language.Language.EntryPoint;
import dev.touchstone.judge.language.Language.Explanation;
import dev.touchstone.judge.language.Language.Factors;
import dev.touchstone.judge.language.Language.Needs;
import dev.touchstone.judge.language.Language.Preparation;
import dev.touchstone.judge.language.Language.Sources;
import dev.touchstone.platform.config.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of a language in its file; missing keys have defaults. */
record LanguageFile(
    @Nullable String name,
    @Nullable List<String> extensions,
    @Nullable Boolean guessed,
    @Nullable String mainFile,
    @Nullable Boolean namedAfterClass,
    @Nullable String library,
    @Nullable String foreign,
    @Nullable List<String> programs,
    @Nullable List<String> install,
    @Nullable List<String> reads,
    @Nullable List<String> version,
    @Nullable List<String> probe,
    @Nullable List<String> compile,
    @Nullable Preparing prepare,
    @Nullable List<String> run,
    @Nullable Map<String, String> environment,
    @Nullable Map<String, String> supportFiles,
    @Nullable ClassToStart entryPoint,
    @Nullable List<Reason> explanations,
    @Nullable String outOfMemory,
    @Nullable Double timeFactor,
    @Nullable Integer extraMemoryMib,
    @Nullable Integer processes) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /** Enough for a program with some threads; a fork bomb ends there. */
  private static final int PROCESSES = 32;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  record Preparing(
      @Nullable Map<String, String> files,
      @Nullable List<String> command,
      @Nullable List<String> compile,
      @Nullable List<List<String>> headers) {}

  record ClassToStart(String missing) {}

  record Reason(String when, String say) {}

  /**
   * Reads a description.
   *
   * @param id the file's name without its extension
   * @throws ConfigurationException that names the file and what is wrong
   */
  static Language read(String id, String text) {
    if (!ID.matcher(id).matches()) {
      throw fault(id, "its name must be lower case letters, digits and underscores");
    }
    try {
      return MAPPER.readValue(text, LanguageFile.class).language(id);
    } catch (JacksonException e) {
      throw fault(id, e.getOriginalMessage());
    } catch (PatternSyntaxException e) {
      throw fault(id, "a pattern: " + e.getDescription());
    }
  }

  private Language language(String id) {
    return new Language(
        id,
        name == null ? id : name,
        new Sources(
            required(id, "extensions", extensions),
            required(id, "main_file", mainFile),
            guessed == null || guessed,
            namedAfterClass != null && namedAfterClass,
            Optional.ofNullable(library).map(Pattern::compile),
            Optional.ofNullable(foreign).map(Pattern::compile)),
        new Needs(
            required(id, "programs", programs),
            orNone(install),
            orNone(reads).stream().map(Path::of).toList(),
            required(id, "version", version),
            orNone(probe)),
        orNone(compile),
        Optional.ofNullable(prepare).map(preparing -> preparation(id, preparing)),
        required(id, "run", run),
        environment == null ? Map.of() : environment,
        supportFiles == null ? Map.of() : supportFiles,
        Optional.ofNullable(entryPoint).map(point -> new EntryPoint(point.missing())),
        orNone(explanations).stream()
            .map(reason -> new Explanation(Pattern.compile(reason.when()), reason.say()))
            .toList(),
        Optional.ofNullable(outOfMemory).map(Pattern::compile),
        new Factors(
            timeFactor == null ? 1 : timeFactor,
            extraMemoryMib == null ? 0 : extraMemoryMib,
            processes == null ? PROCESSES : processes));
  }

  private static Preparation preparation(String id, Preparing preparing) {
    return new Preparation(
        preparing.files() == null ? Map.of() : preparing.files(),
        required(id, "prepare.command", preparing.command()),
        required(id, "prepare.compile", preparing.compile()),
        orNone(preparing.headers()));
  }

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  private static <T> T required(String id, String key, @Nullable T value) {
    if (value == null) {
      throw fault(id, key + " is missing");
    }
    return value;
  }

  private static ConfigurationException fault(String id, String what) {
    return new ConfigurationException("The language file " + id + ".yaml is not valid: " + what);
  }
}
