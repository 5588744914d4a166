package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PublicAddressTest {
  @Test
  void namesATakenPortAndTheOptionToChangeIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> new PublicAddress("127.0.0.1", port).requireFree())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("--port");
    }
  }

  @Test
  void namesAnAddressOfAnotherMachine() {
    // Of the range for documentation, RFC 5737.
    assertThatThrownBy(() -> new PublicAddress("192.0.2.1", 0).requireFree())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--host: 192.0.2.1");
  }

  @Test
  void namesAPortThatIsNone() {
    assertThatThrownBy(() -> new PublicAddress("127.0.0.1", 70_000).requireFree())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--port");
  }

  @Test
  void returnsWhatToTypeIntoABrowser() {
    assertThat(new PublicAddress("0.0.0.0", 0).url(8080)).isEqualTo("http://localhost:8080");
    assertThat(new PublicAddress("127.0.0.1", 0).url(81)).isEqualTo("http://127.0.0.1:81");
    assertThat(new PublicAddress("::1", 0).url(8080)).isEqualTo("http://[::1]:8080");
  }
}
