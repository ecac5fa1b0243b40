package dev.seventouch.mailer.delivery;

import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Links;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
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

    /** A token is a third longer than what it holds, and mail programs cut what is very long. */
    private static final int LONGEST_TARGET = 1000;

    /**
     * @param own what the house wrote itself: template, layout, library item. Only a target that stands there is led through
     *     intake: what came with the lead must never be vouched for by our own domain
     * @param now when the mail is written
     */
    Rendered followed(Rendered mail, TouchEvent.Due due, String own, Instant now) {
        if (mail.kind() != Kind.EMAIL) {
            return mail;
        }
        String html = clicks ? led(mail.html(), due, own.replace("&amp;", "&"), now) : mail.html();
        return new Rendered(
                mail.kind(),
                mail.subject(),
                opens ? withPixel(html, due, now) : html,
                mail.text(),
                mail.language(),
                mail.signedByOwner());
    }

    private String led(String html, TouchEvent.Due due, String own, Instant now) {
        return LINK.matcher(html).replaceAll(found -> {
            String written = found.group(3);
            String whole = target(written.replace("&amp;", "&"), own)
                    .map(target -> found.group(1) + found.group(2) + click(target, due, now) + found.group(2))
                    .orElse(found.group());
            return Matcher.quoteReplacement(whole);
        });
    }

    private Optional<URI> target(String address, String own) {
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
    private static boolean stands(String address, String own) {
        Pattern whole = Pattern.compile(
                Pattern.quote(address) + "(?![\\p{Alnum}/?&=#%_~+-]|[.,:;!@$][\\p{Alnum}/?&=#%_~+-]|\\$\\{)");
        return whole.matcher(own).find();
    }

    private URI click(URI target, TouchEvent.Due due, Instant now) {
        return links.addressOf(
                new Link(Link.Purpose.CLICK, due.touch().lead(), due.touch().id(), new Link.Trail(now, target)));
    }

    private String withPixel(String html, TouchEvent.Due due, Instant now) {
        URI open = links.addressOf(
                new Link(Link.Purpose.OPEN, due.touch().lead(), due.touch().id(), new Link.Trail(now, null)));
        String pixel = "<img src=\"" + open + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block;border:0;\">";
        int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body");
        return end < 0 ? html + pixel : html.substring(0, end) + pixel + "\n" + html.substring(end);
    }
}
