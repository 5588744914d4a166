package dev.touchstone.standalone;

import picocli.CommandLine.Command;

/** {@code bench}: what can be measured here. The judge has its own. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures parts of Touchstone on this machine.",
    subcommands = {QueueBenchCommand.class, ClassBenchCommand.class, ApiBenchCommand.class})
final class BenchCommand {}
