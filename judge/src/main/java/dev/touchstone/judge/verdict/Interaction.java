package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.Conversation;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Execution.Outcome;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.CustomValidator.Conclusion;
import dev.touchstone.judgeprotocol.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A program and a validator that communicate, each in its own box. Both directions go through this
 * process, which sees which one ends first: what a program does after the validator has rejected it
 * does not count, and neither does what a validator does after its program has failed.
 */
final class Interaction implements AutoCloseable {
  private static final long PAUSE_MILLIS = 5;

  private final Path folder;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().name("interaction-", 0).daemon(true).factory());

  /**
   * Prepares to run.
   *
   * @param parent where the pipes are made, out of reach for others
   */
  Interaction(Path parent) throws IOException {
    folder = Files.createTempDirectory(parent, "interaction-");
  }

  /** Runs a program with standard input and output at the given places. */
  interface Runner {
    Execution run(Path input, Path output, Conversation with) throws IOException;
  }

  /**
   * Runs a validator in the same way; it may wait for the program for the given time. Its end is
   * reported by a line, because it may close its output long before.
   */
  interface Validation {
    Conclusion run(Path input, Path output, Path ended, Duration patience, Conversation with)
        throws IOException;
  }

  /** The result of an interaction. */
  record Result(Verdict verdict, Execution execution, ValidatorReport report) {}

  /**
   * Runs both until they end.
   *
   * @param patience how long the program may keep the validator waiting
   * @param mostBytes what the program may write
   * @throws PackageFaultException if the validator fails
   * @throws SandboxException if one of both can't be started
   */
  Result run(Runner program, Validation validator, Duration patience, long mostBytes)
      throws IOException {
    Pipe programIn = Pipe.make(folder.resolve("program.in"));
    Pipe programOut = Pipe.make(folder.resolve("program.out"));
    Pipe validatorIn = Pipe.make(folder.resolve("validator.in"));
    Pipe validatorOut = Pipe.makeForBoxes(folder.resolve("validator.out"));
    Pipe validatorEnd = Pipe.make(folder.resolve("validator.end"));
    List<Pipe> pipes = List.of(programIn, programOut, validatorIn, validatorOut, validatorEnd);
    ValidatorEnd end = new ValidatorEnd(validatorEnd);
    Relay toProgram = new Relay(validatorOut, programIn, Long.MAX_VALUE, end::awaitBriefly);
    Relay toValidator = new Relay(programOut, validatorIn, mostBytes, () -> {});
    Conversation conversation = new Conversation();
    threads.execute(end);
    threads.execute(() -> conversation.relay(toProgram));
    threads.execute(() -> conversation.relay(toValidator));
    CompletableFuture<Execution> running =
        start(() -> program.run(programIn.path(), programOut.path(), conversation));
    CompletableFuture<Conclusion> validating =
        start(() ->
            validator.run(
                validatorIn.path(),
                validatorOut.path(),
                validatorEnd.path(),
                patience,
                conversation));
    try {
      awaitBothOrAFailure(running, validating);
    } finally {
      stop(pipes);
    }
    boolean validatorFirst = end.at() < toValidator.endedAt();
    return result(running.join(), validating.join(), validatorFirst, toValidator.overflowed());
  }

  @Override
  public void close() {
    Folders.delete(folder);
  }

  private <T> CompletableFuture<T> start(Callable<T> side) {
    CompletableFuture<T> future = new CompletableFuture<>();
    threads.execute(() -> {
      try {
        future.complete(side.call());
      } catch (Exception e) {
        future.completeExceptionally(e);
      }
    });
    return future;
  }

  /** A rejected program runs on until its own end or limit, without a partner. */
  private static void awaitBothOrAFailure(CompletableFuture<?> one, CompletableFuture<?> other)
      throws IOException {
    CompletableFuture<Object> failure = new CompletableFuture<>();
    for (CompletableFuture<?> side : List.of(one, other)) {
      side.exceptionally(e -> {
        failure.completeExceptionally(e);
        return null;
      });
    }
    try {
      CompletableFuture.anyOf(failure, CompletableFuture.allOf(one, other)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while a program ran.", e);
    } catch (ExecutionException e) {
      throw ThreadFailure.of(e);
    }
  }

  /**
   * Stops what still runs, and releases each side that waits for the other end of a pipe: a program
   * that could not be started never opens its own.
   */
  private void stop(List<Pipe> pipes) {
    threads.shutdownNow();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      pipes.forEach(Pipe::release);
      try {
        boolean _ = threads.awaitTermination(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Result result(
      Execution execution, Conclusion conclusion, boolean validatorFirst, boolean overflow) {
    Verdict own = overflow ? Verdict.OLE : TestRunner.verdict(execution);
    boolean asleep = execution.outcome() == Outcome.WALL_LIMIT;
    boolean ownFault = own != Verdict.AC && !validatorFirst;
    if (ownFault && !(asleep && conclusion.execution().outcome() != Outcome.EXITED)) {
      return new Result(own, execution, conclusion.report());
    }
    // A validator that hangs keeps an innocent program asleep.
    ValidatorReport report = conclusion.orFail();
    if (!report.accepted()) {
      return new Result(Verdict.WA, execution, report);
    }
    return new Result(own, execution, report);
  }
}
