package dev.touchstone.gateway.web;

import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Caching;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.platform.http.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.CompressedContentFormat;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Serves the files of the web application. Other addresses are pages of the application and get its
 * start page, unless they look like a file.
 */
public final class WebApplicationHandler extends Handler.Wrapper {
  private static final String START_PAGE = "/index.html";
  private static final String KEEP = "public, max-age=31536000, immutable";
  private static final String CHECK = "no-cache";

  /** Serves the given folder. */
  public WebApplicationHandler(Path root) {
    ResourceHandler files = new ResourceHandler();
    files.setDirAllowed(false);
    files.setEtags(true);
    files.setAcceptRanges(false);
    files.setWelcomeFiles(List.of());
    files.setPrecompressedFormats(CompressedContentFormat.BR, CompressedContentFormat.GZIP);
    // The context refuses links that lead out of the folder.
    ContextHandler context = new ContextHandler(files, "/");
    context.setBaseResource(ResourceFactory.of(context).newResource(root));
    setHandler(context);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      Problems.write(request, response, callback, methodNotAllowed());
      return true;
    }
    String path = request.getHttpURI().getCanonicalPath();
    boolean immutable = Route.of(request).caching() == Caching.IMMUTABLE;
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, immutable ? KEEP : CHECK);
    if (!path.endsWith("/") && super.handle(request, response, callback)) {
      return true;
    }
    if (immutable || looksLikeFile(path) || !serveStartPage(request, response, callback)) {
      Problems.write(request, response, callback, Problems.notFound());
    }
    return true;
  }

  private boolean serveStartPage(Request request, Response response, Callback callback)
      throws Exception {
    HttpURI uri = HttpURI.build(request.getHttpURI()).path(START_PAGE).query(null);
    return super.handle(Request.serveAs(request, uri), response, callback);
  }

  private static boolean looksLikeFile(String path) {
    return path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
  }

  private static ProblemException methodNotAllowed() {
    return ProblemException.of(405, "method_not_allowed", "The method is not supported here.")
        .withHeader("Allow", "GET, HEAD");
  }
}
