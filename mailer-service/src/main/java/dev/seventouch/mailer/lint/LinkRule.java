package dev.seventouch.mailer.lint;

import static dev.seventouch.mailer.lint.Finding.Severity.ERROR;
import static dev.seventouch.mailer.lint.Finding.Severity.WARNING;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.net.URI;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links lead somewhere, and say where. */
final class LinkRule implements Rule {

    private static final Pattern TARGET =
            Pattern.compile("(?i)\\b(?:href|src|background)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern BARE = Pattern.compile("\\bhttps?://[^\\s<>\"')\\]]+");
    private static final Pattern ANCHOR =
            Pattern.compile("(?is)<a\\b[^>]*href\\s*=\\s*[\"'](https?://[^\"']+)[\"'][^>]*>(.*?)</a>");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)^(?:https?://)?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?:[/?#].*)?$");

    /** They hide where they lead, so filters distrust them. */
    private static final Pattern SHORTENER = Pattern.compile(
            "(?i)^https?://(www\\.)?(bit\\.ly|tinyurl\\.com|t\\.co|goo\\.gl|ow\\.ly|is\\.gd|v\\.gd|buff\\.ly|rebrand\\.ly|cutt\\.ly"
                    + "|lnkd\\.in|t\\.ly|shorturl\\.at|rb\\.gy|s\\.id|tiny\\.cc|bl\\.ink|soo\\.gd)(/|$)");

    @Override
    public Stream<Finding> look(Draft draft) {
        if (!draft.isMail()) {
            return Stream.empty();
        }
        Passage html = draft.html();
        Passage text = draft.part("text");
        return Stream.of(
                        html == null ? Stream.<Finding>empty() : inHtml(html),
                        text == null ? Stream.<Finding>empty() : inText(text))
                .flatMap(found -> found);
    }

    private static Stream<Finding> inHtml(Passage html) {
        return Stream.concat(
                TARGET.matcher(html.words())
                        .results()
                        .flatMap(hit -> Stream.ofNullable(finding(html, hit, target(hit)))),
                ANCHOR.matcher(html.words())
                        .results()
                        .filter(LinkRule::isMasked)
                        .map(hit -> Draft.at(
                                html,
                                hit,
                                WARNING,
                                "it shows one address and leads to another, as phishing does",
                                "show words instead, or the address to which it leads")));
    }

    private static Stream<Finding> inText(Passage text) {
        return BARE.matcher(text.words()).results().flatMap(hit -> Stream.ofNullable(finding(text, hit, hit.group())));
    }

    private static String target(MatchResult hit) {
        for (int group = 1; group <= hit.groupCount(); group++) {
            if (hit.group(group) != null) {
                return hit.group(group).strip();
            }
        }
        return "";
    }

    private static @Nullable Finding finding(Passage part, MatchResult hit, String target) {
        // What is filled in is known only when it is sent.
        if (target.startsWith("${")) {
            return null;
        }
        String whole = target.replaceAll("\\$\\{[^}]*}", "x");
        String scheme =
                whole.contains(":") ? whole.substring(0, whole.indexOf(':')).toLowerCase(Locale.ROOT) : "";
        if (SHORTENER.matcher(whole).find()) {
            return Draft.at(
                    part,
                    hit,
                    ERROR,
                    "a shortened link hides where it leads, and filters distrust it",
                    "give the address itself");
        }
        return switch (scheme) {
            case "https", "http" -> web(part, hit, whole, scheme);
            case "mailto", "tel", "cid", "data", "sms" -> null;
            case "javascript", "vbscript", "file" ->
                Draft.at(part, hit, ERROR, "every client removes such a link", "lead to a page on https");
            default ->
                Draft.at(
                        part,
                        hit,
                        ERROR,
                        whole.isEmpty() || whole.equals("#")
                                ? "it leads nowhere"
                                : "a mail has no place of its own, so this leads nowhere",
                        "give the whole address, with https://");
        };
    }

    private static @Nullable Finding web(Passage part, MatchResult hit, String whole, String scheme) {
        String host = host(whole);
        if (host == null || (!host.contains(".") && !host.startsWith("["))) {
            return Draft.at(part, hit, ERROR, "it is no address that a browser could open", "give the whole address");
        }
        if (host.matches("[0-9.]+|\\[.*]")) {
            return Draft.at(part, hit, WARNING, "filters distrust a host that is a number", "give it by its name");
        }
        return scheme.equals("http")
                ? Draft.at(part, hit, WARNING, "browsers warn of pages that are not on https", "lead to https")
                : null;
    }

    private static @Nullable String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isMasked(MatchResult anchor) {
        String shown = anchor.group(2).replaceAll("<[^>]*>", "").strip();
        var named = DOMAIN.matcher(shown);
        String leadsTo = host(anchor.group(1));
        return named.matches() && leadsTo != null && !bare(named.group(1)).equals(bare(leadsTo));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }
}
