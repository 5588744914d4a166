package dev.touchstone.gateway;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.util.List;
import org.eclipse.jetty.compression.brotli.BrotliCompression;
import org.eclipse.jetty.compression.brotli.BrotliEncoderConfig;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.compression.zstandard.ZstandardCompression;
import org.eclipse.jetty.server.Handler;

/** Compresses answers while they are sent: zstd, Brotli or gzip, as the client prefers. */
final class Compressions {
  /** Above this, Brotli takes more time than it saves on answers that are made anew each time. */
  private static final int BROTLI_LEVEL = 4;

  /** Smaller answers fit into one packet anyway. */
  private static final int SMALLEST_BYTES = 1024;

  /** What is text; server-sent events are not among them, since they must not wait for more. */
  private static final List<String> TEXTS =
      List.of(
          "application/javascript",
          "application/json",
          "application/manifest+json",
          "application/problem+json",
          "image/svg+xml",
          "text/css",
          "text/html",
          "text/javascript",
          "text/plain");

  private Compressions() {}

  static Handler around(Handler next) {
    CompressionHandler handler = new CompressionHandler(next);
    GzipCompression gzip = new GzipCompression();
    gzip.setMinCompressSize(SMALLEST_BYTES);
    handler.putCompression(gzip);
    ZstandardCompression zstandard = new ZstandardCompression();
    zstandard.setMinCompressSize(SMALLEST_BYTES);
    handler.putCompression(zstandard);
    // Its native library exists for fewer kinds of machines than the others.
    if (Brotli4jLoader.isAvailable()) {
      handler.putCompression(brotli());
    }
    CompressionConfig.Builder configuration =
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMethod("POST")
            // Answers with tokens: their compressed size could tell about them (BREACH).
            .compressExcludePath("/api/v1/auth/*")
            .decompressExcludePath("/*")
            .compressPreferredEncodings(List.of("br", "zstd", "gzip"));
    TEXTS.forEach(configuration::compressIncludeMimeType);
    handler.putConfiguration("/*", configuration.build());
    return handler;
  }

  private static BrotliCompression brotli() {
    BrotliCompression brotli = new BrotliCompression();
    brotli.setMinCompressSize(SMALLEST_BYTES);
    BrotliEncoderConfig level = new BrotliEncoderConfig();
    level.setCompressionLevel(BROTLI_LEVEL);
    brotli.setDefaultEncoderConfig(level);
    return brotli;
  }
}
