package dev.touchstone.operations.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.databases.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists follow the sources: a new setting must be put on one of them. */
class KnownSettingsTest {
  private static final List<Path> SOURCES =
      Stream.of("services", "judge", "platform", "platform-data", "standalone", "operations")
          .map(Path.of("..")::resolve)
          .toList();

  private static final Pattern READ =
      Pattern.compile(
          "\\.(?:text|optionalText|integer|duration|flag|path|optionalPath|uri|optionalUri)\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

  private static final Pattern SECRET =
      Pattern.compile(
          "\\.(?:secret|optionalSecret|optionalLongSecret)\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

  private static Set<String> named(Pattern pattern) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path folder : SOURCES) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files
                .filter(path -> path.toString().endsWith(".java"))
                .filter(path -> path.toString().contains("/src/main/"))
                .toList()) {
          pattern
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(1))
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  @Test
  void whatTheProgramsReadAsSecretIsNeverShown() throws IOException {
    Set<String> secrets = named(SECRET);
    assertThat(secrets).contains("TOUCHSTONE_JUDGE_TOKEN", "SMTP_URL");
    assertThat(KnownSettings.HIDDEN)
        .containsAll(secrets)
        .doesNotContainAnyElementsOf(KnownSettings.SHOWN);
  }

  /** Those whose names the sources put together, or that only AWS's SDK and scripts read. */
  @Test
  void secretsOfTheOperatorAreHidden() {
    assertThat(KnownSettings.HIDDEN)
        .contains("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "TOUCHSTONE_ADMIN_PASSWORD")
        .contains("BACKUP_PASSPHRASE", "KUBERNETES_TOKEN", "TOUCHSTONE_KEYS_PASSPHRASE")
        .containsAll(ofEachRole("_PASSWORD"))
        .containsAll(ofEachRole("_SOURCE_URL"))
        .containsAll(ofEachRole("_SOURCE_SETTINGS"))
        .containsAll(ofEachRole("_TARGET_SETTINGS"));
  }

  private static List<String> ofEachRole(String setting) {
    return Databases.SERVICES.stream()
        .map(role -> role.toUpperCase(Locale.ROOT) + setting)
        .toList();
  }

  @Test
  void everySettingIsOnAList() throws IOException {
    Set<String> all = new TreeSet<>(KnownSettings.SHOWN);
    all.addAll(KnownSettings.HIDDEN);
    Set<String> read = named(READ);
    assertThat(read).contains("TOUCHSTONE_PORT", "PUBLIC_URL");
    assertThat(all).containsAll(read);
  }

  @Test
  void nothingThatIsShownSoundsLikeASecret() {
    assertThat(KnownSettings.SHOWN)
        .noneMatch(name ->
            name.matches(
                "(?!TOUCHSTONE_SECRETS_STORE).*(PASSWORD|PASSPHRASE|SECRET|_TOKEN$|_KEY$|OPTIONS|HEADERS|DATABASE.*URL|SOURCE.*URL).*"));
  }
}
