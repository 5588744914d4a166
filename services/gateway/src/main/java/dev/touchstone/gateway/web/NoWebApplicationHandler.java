package dev.touchstone.gateway.web;

import dev.touchstone.gateway.problem.Problems;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Stands in where the web application is served by somebody else. */
public final class NoWebApplicationHandler extends Handler.Abstract {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Problems.write(request, response, callback, Problems.notFound());
    return true;
  }
}
