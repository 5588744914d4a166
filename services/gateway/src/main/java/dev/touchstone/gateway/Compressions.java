package dev.touchstone.gateway;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import dev.touchstone.gateway.routing.Route;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.compression.brotli.BrotliCompression;
import org.eclipse.jetty.compression.brotli.BrotliEncoderConfig;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.compression.zstandard.ZstandardCompression;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Compresses answers while they are sent: with zstd, Brotli or gzip, as the client prefers. */
final class Compressions {
  /** Above this, Brotli takes more time than it saves on answers that differ each time. */
  private static final int BROTLI_LEVEL = 4;

  /** Smaller answers fit into one packet uncompressed. */
  private static final int SMALLEST_BYTES = 1024;

  /** Media types of text. */
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
    CompressionHandler handler = new RouteCompression(next);
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
            .decompressExcludePath("/*")
            .compressPreferredEncodings(encodings());
    TEXTS.forEach(configuration::compressIncludeMimeType);
    handler.putConfiguration("/*", configuration.build());
    return handler;
  }

  /** The encodings of answers, the preferred one first. */
  static List<String> encodings() {
    return Brotli4jLoader.isAvailable() ? List.of("br", "zstd", "gzip") : List.of("zstd", "gzip");
  }

  /** Leaves out the routes whose answers must not be compressed. */
  private static final class RouteCompression extends CompressionHandler {
    RouteCompression(Handler next) {
      super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      return Route.of(request).compressed()
          ? super.handle(request, new Varying(request, response), callback)
          : getHandler().handle(request, response, callback);
    }
  }

  /** Says that the answer depends on the encodings that the client accepts, compressed or not. */
  private static final class Varying extends Response.Wrapper {
    private static final HttpField VARY =
        new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");

    Varying(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      if (!isCommitted()) {
        getHeaders().ensureField(VARY);
      }
      super.write(last, content, callback);
    }
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
