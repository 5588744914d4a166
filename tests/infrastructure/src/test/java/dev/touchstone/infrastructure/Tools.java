package dev.touchstone.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the programs that these tests run, and skips the test if one is missing. */
final class Tools {
  /** Names the folder of the AWS provider if it is not in a usual place. */
  private static final String PLUGINS_VARIABLE = "TOUCHSTONE_TERRAFORM_PLUGINS";

  /**
   * Makes Terraform and its provider, which run for seconds, collect garbage less often: that saves
   * a third of their CPU time and takes half as much memory again.
   */
  static final String GOGC = "400";

  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws/5.100.0";

  private Tools() {}

  static Path terraform() {
    return program("terraform");
  }

  static Path motoServer() {
    return program("moto_server");
  }

  /** The Python of moto, which has the library of AWS for it as well. */
  static Path python() {
    try {
      // pipx makes a link to the program in an environment of its own.
      Path beside = motoServer().toRealPath().resolveSibling("python3");
      return Files.isExecutable(beside) ? beside : program("python3");
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The mirror for {@code terraform init -plugin-dir}. */
  static Path plugins() {
    Optional<Path> found =
        Optional.ofNullable(System.getenv(PLUGINS_VARIABLE)).map(Path::of).stream()
            .findAny()
            .or(() -> usualPlaces().filter(Tools::holdsProvider).findFirst());
    Assumptions.assumeTrue(
        found.filter(Tools::holdsProvider).isPresent(),
        () -> "no folder contains " + PROVIDER + "; name it with " + PLUGINS_VARIABLE);
    return found.orElseThrow();
  }

  /** The folder of the provider's program itself. */
  static Path provider() {
    return plugins().resolve(PROVIDER).resolve(platform());
  }

  /** Folders in which a package or an operator may have put a mirror of providers. */
  private static Stream<Path> usualPlaces() {
    return Stream.concat(
        Stream.of(
            Path.of(System.getProperty("user.home"), ".terraform.d", "plugins"),
            Path.of(System.getProperty("user.home"), ".terraform.d", "plugin-cache")),
        Stream.of("opt", "usr/share", "usr/lib", "usr/local/share", "usr/local/lib")
            .map(Path.of("/")::resolve)
            .flatMap(Tools::children));
  }

  private static Stream<Path> children(Path folder) {
    if (!Files.isReadable(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static boolean holdsProvider(Path folder) {
    return Files.isDirectory(folder.resolve(PROVIDER).resolve(platform()));
  }

  /** Terraform's name of this platform. */
  private static String platform() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    return system + "_" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64");
  }

  private static Path program(String name) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), () -> name + " is not installed");
    return found.orElseThrow();
  }
}
