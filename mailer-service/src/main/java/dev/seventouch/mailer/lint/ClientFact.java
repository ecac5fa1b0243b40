package dev.seventouch.mailer.lint;

import static dev.seventouch.mailer.lint.Finding.Severity.ERROR;
import static dev.seventouch.mailer.lint.Finding.Severity.WARNING;

import java.util.List;
import java.util.regex.Pattern;

/**
 * HTML or CSS that common mail clients leave out. The facts are those of caniemail.com, looked at in November 2026, for Gmail,
 * Outlook and Apple Mail; only what changes the look or the sense of a mail is in here, not what degrades by itself.
 */
record ClientFact(Pattern markup, Finding.Severity severity, String why, String instead) {

    static final List<ClientFact> ALL = List.of(
            fact(ERROR, "<script\\b", "every client removes scripts", "say it in words"),
            fact(ERROR, "<[a-z][^<>]*\\son[a-z]+\\s*=", "every client removes handlers of events", "leave it out"),
            fact(
                    ERROR,
                    "<(iframe|object|embed|applet|frameset)\\b",
                    "every large client removes it",
                    "link to a page that shows it"),
            fact(ERROR, "<base\\b", "clients ignore it, so links break", "give whole addresses"),
            fact(
                    WARNING,
                    "<(form|input|select|textarea|button)\\b",
                    "Gmail and Outlook don't send forms",
                    "link to a page with the form"),
            fact(
                    WARNING,
                    "<(video|audio|canvas)\\b",
                    "Gmail and Outlook don't play it",
                    "show an image that links to it"),
            fact(WARNING, "<svg\\b|\\.svg[\"']", "Gmail and Outlook show no SVG", "take a PNG"),
            fact(WARNING, "\\.webp[\"']", "Outlook on Windows shows no WebP", "take a PNG or JPEG"),
            fact(WARNING, "<link\\b[^>]*stylesheet", "Gmail loads no style sheets", "put styles on the elements"),
            fact(WARNING, "@import\\b", "Gmail and Outlook load no style sheets", "put styles on the elements"),
            fact(
                    WARNING,
                    "@font-face\\b",
                    "Gmail and Outlook on Windows load no fonts",
                    "name fonts that readers have"),
            fact(
                    WARNING,
                    "src\\s*=\\s*[\"']data:",
                    "Gmail and Outlook show no data: images",
                    "name an image of the template's own"),
            fact(
                    WARNING,
                    "position\\s*:\\s*(absolute|fixed|sticky|relative)",
                    "Gmail and Outlook ignore position",
                    "use a table"),
            fact(
                    WARNING,
                    "display\\s*:\\s*(inline-)?(flex|grid)",
                    "Outlook on Windows knows neither flex nor grid",
                    "use a table"),
            fact(WARNING, "var\\(\\s*--", "Gmail and Outlook know no variables in CSS", "write the value"),
            fact(WARNING, "\\b(calc|clamp)\\(", "Outlook on Windows can't calculate", "write the value"),
            fact(WARNING, "@keyframes\\b|animation\\s*:", "Gmail and Outlook don't animate", "show the last frame"),
            fact(
                    WARNING,
                    "background-image\\s*:",
                    "Outlook on Windows shows none",
                    "use a colour, or an image of its own"),
            fact(
                    WARNING,
                    "(?<![-\\w])(transform|clip-path|mix-blend-mode|object-fit)\\s*:",
                    "Gmail and Outlook ignore it",
                    "put it into the image itself"),
            fact(
                    WARNING,
                    "(?s)<style\\b.{8192,}?</style>",
                    "Gmail drops a style sheet longer than 8 KB, all of it",
                    "put styles on the elements"));

    private static ClientFact fact(Finding.Severity severity, String markup, String why, String instead) {
        return new ClientFact(Pattern.compile("(?i)" + markup), severity, why, instead);
    }
}
