package dev.seventouch.mailer.delivery;

import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Links;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a lead's clicks and opens be heard of: the links in the HTML part of a mail lead through intake, and a pixel at its end
 * is fetched from there. The text part keeps its links as they are.
 *
 * @param clicks whether links are led through intake
 * @param opens whether there is a pixel
 */
public record Tracking(Links links, boolean clicks, boolean opens) {
    private static final Pattern LINK = Pattern.compile(
            "(<a\\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*?\\bhref\\s*=\\s*)([\"'])(https?://[^\"'<>\\s]+)\\2",
            Pattern.CASE_INSENSITIVE);

    /** What may not come after an address, or else it is the beginning of a longer one. */
    private static final Pattern GOES_ON =
            Pattern.compile("[\\p{Alnum}/?&=#%_~+-]|[.,:;!@$][\\p{Alnum}/?&=#%_~+-]|\\$\\{");

    private static final String END_OF_PAGE = "</body";

    /** A token is a third longer than what it holds, and mail programs cut what is very long. */
    private static final int LONGEST_TARGET = 1000;

    /**
     * @param own what the house wrote itself: template, layout, library item. Only a target that stands there is led through
     *     intake: what came with the lead must never be vouched for by our own domain
     * @param now when the mail is written
     */
    Rendered followed(Rendered mail, TouchEvent.Due due, List<String> own, Instant now) {
        if (mail.kind() != Kind.EMAIL) {
            return mail;
        }
        String html = clicks ? led(mail.html(), due, own, now) : mail.html();
        return new Rendered(
                mail.kind(),
                mail.subject(),
                opens ? withPixel(html, due, now) : html,
                mail.text(),
                mail.language(),
                mail.signedByOwner(),
                mail.files());
    }

    private String led(String html, TouchEvent.Due due, List<String> own, Instant now) {
        StringBuilder led = new StringBuilder(html.length() + 1024);
        Matcher link = LINK.matcher(html);
        int kept = 0;
        // From tag to tag: the pattern by itself would be tried at each character.
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (link.region(at, html.length()).lookingAt()) {
                URI click = target(link.group(3).replace("&amp;", "&"), own)
                        .map(target -> click(target, due, now))
                        .orElse(null);
                if (click != null) {
                    led.append(html, kept, link.start(3)).append(click);
                    kept = link.end(3);
                }
            }
        }
        return led.append(html, kept, html.length()).toString();
    }

    private Optional<URI> target(String address, List<String> own) {
        boolean isOurs = address.startsWith(links.base().toString());
        if (isOurs || address.length() > LONGEST_TARGET || !stands(address, own)) {
            return Optional.empty();
        }
        try {
            URI target = URI.create(address);
            return Optional.of(target).filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // left as it is: a browser may make something of it
        }
    }

    /** As a whole: the beginning of a longer address is another one. */
    private static boolean stands(String address, List<String> own) {
        String escaped = address.replace("&", "&amp;");
        return own.stream().anyMatch(words -> stands(address, words) || stands(escaped, words));
    }

    private static boolean stands(String address, String words) {
        Matcher goesOn = GOES_ON.matcher(words);
        for (int at = words.indexOf(address); at >= 0; at = words.indexOf(address, at + 1)) {
            if (!goesOn.region(at + address.length(), words.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private URI click(URI target, TouchEvent.Due due, Instant now) {
        return links.addressOf(
                new Link(Link.Purpose.CLICK, due.touch().lead(), due.touch().id(), new Link.Trail(now, target)));
    }

    private String withPixel(String html, TouchEvent.Due due, Instant now) {
        URI open = links.addressOf(
                new Link(Link.Purpose.OPEN, due.touch().lead(), due.touch().id(), new Link.Trail(now, null)));
        String pixel = "<img src=\"" + open + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block;border:0;\">";
        int end = html.lastIndexOf('<');
        while (end >= 0 && !html.regionMatches(true, end, END_OF_PAGE, 0, END_OF_PAGE.length())) {
            end = html.lastIndexOf('<', end - 1);
        }
        return end < 0 ? html + pixel : html.substring(0, end) + pixel + "\n" + html.substring(end);
    }
}
