package dev.touchstone.operations.keys;

import java.util.List;
import java.util.stream.Collectors;

/** What an emergency runs on the bastion, as root. */
final class BastionScript {
  /** So that the list fits into an entry of the journal. */
  private static final int MOST_ROWS = 12;

  private BastionScript() {}

  /**
   * Ends every session, then lists the sign-ins with some keys as far as the bastion's log reaches:
   * one row for each key and address, with the number of sign-ins, the first and the last.
   */
  static String endSessions(List<PublicKey> keys) {
    String patterns =
        keys.stream().map(key -> "-e '" + key.fingerprint() + "'").collect(Collectors.joining(" "));
    return """
    set -eu
    # Status 1 means that there was none.
    pkill --signal KILL --uid tunnel || [ $? = 1 ]
    # A client that is signing in at this moment has been shown the old keys.
    systemctl restart sshd
    journalctl --unit sshd --no-pager --output short-iso | { grep --fixed-strings %s || [ $? = 1 ]; } | awk '
      / Accepted publickey for / {
        for (i = 1; i < NF; i++) if ($i == "from") row = $NF " from " $(i + 1)
        if (!(row in count)) first[row] = $1
        count[row]++
        last[row] = $1
      }
      END { for (row in count) print row ": sign-ins " count[row] ", first " first[row] ", last " last[row] }
    ' | sort | awk 'NR <= %d { print } END { if (NR > %d) print "and " NR - %d " rows more" }'
    """
        .formatted(patterns, MOST_ROWS, MOST_ROWS, MOST_ROWS);
  }
}
