package dev.touchstone.gateway;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 without TLS, as a load balancer speaks it. Only a connection that begins with it gets it:
 * an {@code Upgrade} in the middle is ignored, since a proxy that passes it on would no longer see
 * the requests that follow. Jetty's defaults bound what a client may cost: 128 requests at once,
 * headers as large as in HTTP/1.1 whatever their compression, and 128 frames a second that carry
 * nothing, such as resets of streams.
 */
final class PriorKnowledgeFactory extends HTTP2CServerConnectionFactory {
  private static final String PREFACE_METHOD = "PRI";

  PriorKnowledgeFactory(HttpConfiguration http) {
    super(http);
  }

  @Override
  public @Nullable Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request request,
      HttpFields.Mutable response) {
    return PREFACE_METHOD.equals(request.getMethod())
        ? super.upgradeConnection(connector, endPoint, request, response)
        : null;
  }
}
