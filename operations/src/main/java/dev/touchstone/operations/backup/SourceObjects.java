package dev.touchstone.operations.backup;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platformdata.object.FolderObjectStore;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.platformdata.object.S3Configuration;
import dev.touchstone.platformdata.object.S3ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The objects of the service exercises, by its own settings. Immutable.
 *
 * @param bucket where they are, if they are in one
 * @param data the data folder of the service otherwise
 */
record SourceObjects(Optional<S3Configuration> bucket, Optional<Path> data) {
  /** Reads the settings of the service. */
  static SourceObjects from(Environment environment) {
    Optional<S3Configuration> bucket = S3Configuration.from(environment);
    Optional<Path> data = environment.optionalPath("TOUCHSTONE_DATA_DIR");
    if (bucket.isEmpty() && data.isEmpty()) {
      environment.fault(
          "Neither S3_BUCKET nor TOUCHSTONE_DATA_DIR is set. Set what the service exercises has.");
    }
    return new SourceObjects(bucket, data);
  }

  /**
   * Opens them.
   *
   * @param create whether to make a folder that is missing, for a restore
   */
  ObjectStore open(boolean create) throws IOException {
    if (bucket.isPresent()) {
      return new S3ObjectStore(bucket.get());
    }
    Path folder = data.orElseThrow().resolve("objects");
    if (!create && !Files.isDirectory(folder)) {
      throw new OperationFailed(
          "There is no folder %s. Check TOUCHSTONE_DATA_DIR.".formatted(folder));
    }
    return new FolderObjectStore(folder);
  }
}
