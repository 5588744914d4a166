package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class QueueBenchCommandTest {
  @ParameterizedTest
  @CsvSource({
    "--judges=0, --judges is not between 1 and 10000.",
    "--judges=20000, --judges is not between 1 and 10000.",
    "--waiting=0, --waiting is less than 1.",
    "'--finished=10,-1', --finished is less than 0.",
    "--tests=1001, --tests is not between 0 and 1000.",
    "--seconds=0, --seconds is less than 1.",
    "--folder=/nowhere, --folder /nowhere is not a folder that you may write to.",
  })
  void refusesWhatItCannotMeasure(String option, String message) {
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new QueueBenchCommand()).setErr(new PrintWriter(err)).execute(option);
    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).startsWith(message);
  }
}
