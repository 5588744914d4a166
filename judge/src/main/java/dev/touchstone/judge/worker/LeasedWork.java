package dev.touchstone.judge.worker;

import dev.touchstone.judge.verdict.Progress;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.platform.http.ServiceClient;

/** Does what a lease asks for. */
interface LeasedWork {
  /**
   * Judges or runs a program. Any failure becomes the verdict JE. Ends soon when its thread is
   * interrupted.
   *
   * @param progress is called while judging
   * @throws ServiceClient.Unavailable if the exercise can't be fetched now
   */
  ResultReport result(Lease lease, Progress progress);
}
