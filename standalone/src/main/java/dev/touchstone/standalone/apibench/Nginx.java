package dev.touchstone.standalone.apibench;

import dev.touchstone.standalone.bench.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * nginx in front of the same services, as the yardstick: kept connections, no access log, a worker
 * for each processor.
 */
final class Nginx {
  private static final List<String> PROGRAMS =
      List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx");

  private static final String CONFIGURATION =
      """
      {user}
      worker_processes auto;
      daemon off;
      pid {folder}/nginx.pid;
      error_log stderr warn;
      events { worker_connections 1024; }
      http {
        access_log off;
        server_tokens off;
        client_body_temp_path {folder}/body;
        proxy_temp_path {folder}/proxy;
        types { text/html html; text/javascript js; text/css css; font/woff2 woff2; }
        keepalive_requests 100000000;
        {upstreams}
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Request-Id $request_id;
        server {
          listen 127.0.0.1:{port};
          location = /ready-nginx { return 200 "ready"; }
          location /api/v1/auth/ { proxy_pass http://users; }
          location /api/v1/exercises { proxy_pass http://exercises; }
          location /api/v1/ { proxy_pass http://scores; }
          location / { root {web}; gzip_static on; open_file_cache max=1000; sendfile on; tcp_nopush on; }
        }
      }
      """;

  private Nginx() {}

  /** Where the program is; empty if it is not installed. */
  static Optional<Path> program() {
    return PROGRAMS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts it.
   *
   * @param folder for its files
   * @param upstreams the ports of the services, by {@code users}, {@code exercises}, {@code scores}
   * @param web the folder of the static files
   */
  static ServiceProcess start(
      Path program, Path folder, int port, Map<String, Integer> upstreams, Path web)
      throws IOException {
    // Root's workers read the files of the web app wherever those are.
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    String all =
        String.join(
            "\n",
            upstreams.entrySet().stream()
                .map(each ->
                    "upstream %s { server 127.0.0.1:%d; keepalive 64; keepalive_requests 100000000; }"
                        .formatted(each.getKey(), each.getValue()))
                .toList());
    Path file = folder.resolve("nginx.conf");
    Files.writeString(
        file,
        CONFIGURATION
            .replace("{user}", user)
            .replace("{folder}", folder.toString())
            .replace("{upstreams}", all)
            .replace("{port}", Integer.toString(port))
            .replace("{web}", web.toString()));
    List<String> command =
        Stream.of(program, "-p", folder, "-c", file, "-e", "stderr").map(Object::toString).toList();
    return ServiceProcess.start("nginx", command, Map.of(), folder);
  }
}
