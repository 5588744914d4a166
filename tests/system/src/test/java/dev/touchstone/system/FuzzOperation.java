package dev.touchstone.system;

import dev.touchstone.testing.Contract;
import dev.touchstone.testing.ContractCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An operation of a contract.
 *
 * @param service whose contract it is in
 * @param path as in the contract, with placeholders
 */
record FuzzOperation(String service, Contract contract, String method, String path) {
  /** Every operation of every contract: first what makes things, last what deletes them. */
  static List<FuzzOperation> all() {
    List<FuzzOperation> all =
        services().stream()
            .flatMap(service -> {
              Contract contract = Contract.of(service);
              return contract.operations().stream()
                  .map(operation -> operation.split(" ", 2))
                  .map(parts -> new FuzzOperation(service, contract, parts[0], parts[1]));
            })
            .toList();
    return Stream.of(0, 1, 2)
        .flatMap(turn -> all.stream().filter(operation -> operation.turn() == turn))
        .toList();
  }

  private static List<String> services() {
    try (Stream<Path> files = Files.list(ContractCheck.repository().resolve("contracts"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int turn() {
    if (method.equals("DELETE") || path.endsWith("/deletion")) {
      return 2;
    }
    return method.equals("POST") && !path.contains("{") ? 0 : 1;
  }

  /** Whether only other parts of the platform may call it, past the gateway. */
  boolean isInternal() {
    return path.startsWith("/internal/");
  }

  /** Whether its response lasts for as long as something goes on. */
  boolean isStream() {
    return contract
        .resolved(contract.operation(method, path).path("responses").path("200"))
        .path("content")
        .has("text/event-stream");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
