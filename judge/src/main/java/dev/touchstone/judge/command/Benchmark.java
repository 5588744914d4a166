package dev.touchstone.judge.command;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Command;
import dev.touchstone.judge.sandbox.Execution;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.RunLimits;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.StartCosts;
import dev.touchstone.judge.verdict.Judge;
import dev.touchstone.judge.verdict.Judgement;
import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Measures the judge; takes a few minutes, during which the machine should do nothing else. */
final class Benchmark {
  private static final int RUNS = 300;
  private static final int JUDGINGS = 20;

  /** Not measured: headers that come up again are prepared in the background meanwhile. */
  private static final int WARM_UPS = 10;

  private static final int TESTS = 10;
  private static final int REPETITIONS = 50;
  private static final int STARTS = 100;
  private static final List<String> PYTHON = List.of("/usr/bin/python3", "-c", "pass");
  private static final Duration THROUGHPUT_TIME = Duration.ofSeconds(15);

  /** Counts in a loop for a few tenths of a second. */
  private static final String COMPUTE = "i=0; while [ $i -lt 400000 ]; do i=$((i + 1)); done";

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Milliseconds; the least suffers least from other work on the machine. */
  record Spread(double least, double median, double p95) {
    static Spread of(List<Long> nanoseconds) {
      List<Long> sorted = nanoseconds.stream().sorted().toList();
      return new Spread(
          sorted.getFirst() / 1e6,
          sorted.get(sorted.size() / 2) / 1e6,
          sorted.get(sorted.size() * 95 / 100) / 1e6);
    }
  }

  /**
   * What was measured.
   *
   * @param box a run that was expected, as those of a submission's tests are
   * @param unexpected a run for which no box was made ahead
   * @param boxToBubblewrap the median of a box over that of bubblewrap alone
   * @param leastBoxToBubblewrap the same of the least
   * @param verdicts by language, where nothing else is judged; ten tests unless the name says
   *     otherwise
   * @param verdictsAlone the same where no tests run side by side
   * @param pythonToStarts ten tests in Python over ten bare starts of Python
   * @param pythonAloneToStarts the same where no tests run side by side
   * @param cpuVariation standard deviation over mean
   */
  record Report(
      int processors,
      int runs,
      Spread process,
      Spread bubblewrap,
      Spread box,
      Spread unexpected,
      double boxToBubblewrap,
      double leastBoxToBubblewrap,
      Map<String, Spread> verdicts,
      Map<String, Spread> verdictsAlone,
      Spread pythonStart,
      double pythonToStarts,
      double pythonAloneToStarts,
      SideBySide sideBySide,
      double submissionsPerMinute,
      int repetitions,
      double cpuMs,
      double cpuVariation) {}

  Report run() throws Exception {
    Path folder = Files.createTempDirectory("touchstone-bench");
    int boxes = PROCESSORS * Judge.BOXES;
    try (Sandbox sandbox = Sandbox.start(boxes + Judge.SPARE, boxes)) {
      StartCosts costs = StartCosts.measure(sandbox, RUNS);
      Languages languages = Languages.detect();
      Judge judge = new Judge(sandbox, languages, Judge.SPARE);
      Judge alone = new Judge(sandbox, languages);
      judge.warmUpFully().join();
      alone.warmUpFully().join();
      ProblemPackage ten = BenchProblem.write(folder.resolve("ten"), TESTS);
      ProblemPackage one = BenchProblem.write(folder.resolve("one"), 1);
      BenchProblem problem = new BenchProblem();
      List<Language> installed =
          BenchProblem.languages().stream().flatMap(id -> languages.find(id).stream()).toList();
      Map<String, Spread> verdicts = new TreeMap<>();
      Map<String, Spread> verdictsAlone = new TreeMap<>();
      for (Language language : installed) {
        verdicts.put(language.id(), judgings(judge, ten, () -> problem.submission(language)));
        verdictsAlone.put(language.id(), judgings(alone, ten, () -> problem.submission(language)));
        if (language.id().equals("java")) {
          verdicts.put("java, one test", judgings(judge, one, () -> problem.submission(language)));
        }
        if (language.id().equals("cpp")) {
          for (String headers : BenchProblem.headers()) {
            verdicts.put(
                "cpp, " + headers,
                judgings(judge, ten, () -> problem.withHeaders(language, headers)));
          }
        }
      }
      Spread python = Spread.of(StartCosts.ofProcess(sandbox, PYTHON, STARTS));
      SideBySide sideBySide =
          SideBySide.measure(judge, alone, ten, problem, languages.find("c").orElseThrow());
      double perMinute = throughput(judge, ten, problem, installed);
      List<Long> cpu = repeat(sandbox, folder);
      double mean = cpu.stream().mapToLong(Long::longValue).average().orElseThrow();
      double variance =
          cpu.stream().mapToDouble(time -> (time - mean) * (time - mean)).sum() / cpu.size();
      Spread wrapped = Spread.of(costs.bubblewrap());
      Spread boxed = Spread.of(costs.box());
      return new Report(
          PROCESSORS,
          RUNS,
          Spread.of(costs.process()),
          wrapped,
          boxed,
          Spread.of(costs.unexpected()),
          boxed.median() / wrapped.median(),
          boxed.least() / wrapped.least(),
          verdicts,
          verdictsAlone,
          python,
          toStarts(verdicts, python),
          toStarts(verdictsAlone, python),
          sideBySide,
          perMinute,
          REPETITIONS,
          mean / 1e6,
          Math.sqrt(variance) / mean);
    } finally {
      Folders.delete(folder);
    }
  }

  private static double toStarts(Map<String, Spread> verdicts, Spread start) {
    Spread python = verdicts.get("python3");
    return python == null ? 0 : python.median() / (TESTS * start.median());
  }

  private static Spread judgings(
      Judge judge, ProblemPackage tests, Supplier<Submission> submissions) {
    List<Long> times = new ArrayList<>();
    for (int i = -WARM_UPS; i < JUDGINGS; i++) {
      Submission submission = submissions.get();
      long start = System.nanoTime();
      judge(judge, tests, submission);
      if (i >= 0) {
        times.add(System.nanoTime() - start);
      }
    }
    return Spread.of(times);
  }

  private static double throughput(
      Judge judge, ProblemPackage tests, BenchProblem problem, List<Language> languages)
      throws InterruptedException, ExecutionException {
    AtomicInteger judged = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(PROCESSORS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < PROCESSORS; i++) {
        all.add(
            workers.submit(() -> {
              while (System.nanoTime() - start < THROUGHPUT_TIME.toNanos()) {
                int turn = judged.getAndIncrement();
                Language language = languages.get(turn % languages.size());
                judge(judge, tests, problem.submission(language));
              }
            }));
      }
      for (Future<?> worker : all) {
        worker.get();
      }
    }
    return judged.get() * 60e9 / (System.nanoTime() - start);
  }

  /** Judges a submission that must be accepted. */
  static Judgement judge(Judge judge, ProblemPackage tests, Submission submission) {
    Judgement judgement = judge.judge(tests, submission, Scope.EVERYTHING, Progress.ignored());
    if (judgement.verdict() != Verdict.AC) {
      throw new IllegalStateException(submission.language().id() + " was judged " + judgement);
    }
    return judgement;
  }

  /** CPU times of one program, while one such program runs on every other processor. */
  private static List<Long> repeat(Sandbox sandbox, Path folder) throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < PROCESSORS; i++) {
      Path own = folder.resolve("other-" + i);
      others.add(
          Thread.ofPlatform()
              .start(() -> {
                while (!enough.get()) {
                  compute(sandbox, own);
                }
              }));
    }
    List<Long> times = new ArrayList<>();
    try {
      for (int i = 0; i < REPETITIONS; i++) {
        times.add(compute(sandbox, folder.resolve("measured")).cpuTime().toNanos());
      }
    } finally {
      enough.set(true);
      for (Thread other : others) {
        other.join();
      }
    }
    return times;
  }

  private static Execution compute(Sandbox sandbox, Path files) {
    RunLimits limits =
        new RunLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(60), 64L << 20, 16, 1 << 20, 1 << 20);
    return sandbox.run(
        new Command(
            List.of("/bin/sh", "-c", COMPUTE),
            Map.of(),
            Map.of(),
            true,
            Path.of("/dev/null"),
            files.resolveSibling(files.getFileName() + ".out"),
            files.resolveSibling(files.getFileName() + ".err"),
            limits,
            true,
            false,
            Command.Next.SAME));
  }
}
