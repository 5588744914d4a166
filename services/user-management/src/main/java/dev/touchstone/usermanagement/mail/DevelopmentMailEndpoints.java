package dev.touchstone.usermanagement.mail;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.regex.Pattern;

/** A page of the mails that wait, while there is no SMTP server; see {@link WaitingMails}. */
public final class DevelopmentMailEndpoints implements HttpService {
  /** A link on a line of its own, escaped. */
  private static final Pattern LINK =
      Pattern.compile("(?m)^((?:https?:/)?/[^\\s#]+#token=[A-Za-z0-9_-]+)$");

  private final WaitingMails mails;

  public DevelopmentMailEndpoints(WaitingMails mails) {
    this.mails = mails;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/dev/mails", this::page);
  }

  private void page(ServerRequest request, ServerResponse response) {
    StringBuilder content = new StringBuilder();
    for (MailStore.Shown mail : mails.newest(request.query().first("key").orElse(""))) {
      content.append(
          """
          <article style="border-top:1px solid"><h2>%s</h2><p>To %s, %s</p>
          <pre style="white-space:pre-wrap">%s</pre></article>
          """
              .formatted(
                  MailTexts.escaped(mail.subject()),
                  MailTexts.escaped(mail.recipient()),
                  mail.createdAt(),
                  LINK.matcher(MailTexts.escaped(mail.plain()))
                      .replaceAll("<a href=\"$1\">$1</a>")));
    }
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
        .send(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Mails</title></head>
            <body style="max-width:70ch;margin:2rem auto;font-family:sans-serif">
            <h1>Mails</h1>
            <p>No SMTP server is configured, so these mails wait here. The address of this page, with its key, is shown where Touchstone was started.</p>
            %s</body></html>
            """
                .formatted(content.isEmpty() ? "<p>None.</p>" : content));
  }
}
