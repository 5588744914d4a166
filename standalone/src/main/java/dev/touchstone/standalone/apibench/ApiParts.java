package dev.touchstone.standalone.apibench;

import dev.touchstone.standalone.apibench.Scenario.Way;
import dev.touchstone.standalone.bench.Accounts;
import dev.touchstone.standalone.bench.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is measured: the services, the gateway and nginx, each in its own process, and PostgreSQL.
 */
public final class ApiParts implements AutoCloseable {
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]{1,200})\"");

  private final ApiServices services;
  private final Supplier<Collection<ProcessHandle>> database;
  private final LinkedHashMap<String, ServiceProcess> running = new LinkedHashMap<>();
  private int nginxPort;

  /**
   * Begins without any.
   *
   * @param database PostgreSQL's processes
   */
  public ApiParts(ApiServices services, Supplier<Collection<ProcessHandle>> database) {
    this.services = services;
    this.database = database;
  }

  /** Starts all and waits until they are ready. */
  public synchronized void start(Path folder) throws IOException, InterruptedException {
    // One after the other: on a small machine each is ready sooner, and none gives up.
    begin(services.users());
    begin(services.exercises());
    begin(services.scores());
    begin(services.gateway());
    Optional<Path> program = Nginx.program();
    if (program.isPresent()) {
      nginxPort = services.another();
      Map<String, Integer> upstreams =
          Map.of(
              "users", services.port("user-management"),
              "exercises", services.port("exercises"),
              "scores", services.port("scores"));
      ServiceProcess nginx =
          Nginx.start(program.get(), folder, nginxPort, upstreams, services.web());
      running.put(nginx.name(), nginx);
      nginx.awaitReady(nginxPort, "/ready-nginx");
    }
  }

  private void begin(ServiceProcess service) throws InterruptedException {
    running.put(service.name(), service);
    service.awaitReady(services.port(service.name()), "/ready");
  }

  /** Makes accounts and exercises. */
  public void fill(ApiLoad load, Connection users, Connection exercises)
      throws IOException, InterruptedException, SQLException {
    Accounts.make(URI.create("http://127.0.0.1:" + services.port("gateway")), users, load.users());
    ExerciseRows.fill(exercises, load.exercises());
  }

  boolean hasNginx() {
    return nginxPort > 0;
  }

  int port(Way way, String service) {
    return switch (way) {
      case DIRECT -> services.port(service);
      case NGINX -> nginxPort;
      case GATEWAY -> services.port("gateway");
    };
  }

  /** The files that the first page consists of; none if the web application is not built. */
  List<String> pageFiles() {
    Path page = services.web().resolve("index.html");
    List<String> files = new ArrayList<>();
    try {
      if (Files.isRegularFile(page)) {
        files.add("/index.html");
        Matcher matcher = FILE.matcher(Files.readString(page));
        while (matcher.find()) {
          if (Files.isRegularFile(services.web().resolve(matcher.group(1).substring(1)))) {
            files.add(matcher.group(1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  Map<String, Collection<ProcessHandle>> processes() {
    Map<String, Collection<ProcessHandle>> all = new LinkedHashMap<>();
    running.forEach((name, process) -> all.put(name, process.processes()));
    all.put("postgresql", database.get());
    return all;
  }

  @Override
  public synchronized void close() {
    running.sequencedValues().reversed().forEach(ServiceProcess::close);
  }
}
