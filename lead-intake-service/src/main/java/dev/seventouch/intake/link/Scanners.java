package dev.seventouch.intake.link;

import dev.seventouch.events.signal.Signal.Visitor;
import dev.seventouch.service.link.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells people from programs that look at mail before its reader does. In doubt it was a person, except where several signs
 * meet; a score is worth little, and nothing ends or advances by it.
 *
 * @param tooSoon after it was written, nobody has read a mail yet
 */
record Scanners(Duration tooSoon) {

    /** So many different addresses of one mail, asked for one right after the other, are no reader's. */
    private static final int BURST = 3;

    /** In lower case; what filters, crawlers and libraries call themselves. */
    private static final List<String> NAMES = List.of(
            "bot",
            "crawl",
            "spider",
            "scan",
            "preview",
            "prefetch",
            "headless",
            "phantomjs",
            "curl/",
            "wget/",
            "python",
            "java",
            "go-http-client",
            "okhttp",
            "httpclient",
            "libwww",
            "axios",
            "node-fetch",
            "undici",
            "ruby",
            "perl",
            "php/",
            "barracuda",
            "mimecast",
            "proofpoint",
            "safelinks",
            "fireeye",
            "trendmicro",
            "symantec",
            "sophos",
            "forcepoint",
            "ironport",
            "zscaler",
            "virustotal",
            "urldefense");

    /** What the image loader of Apple's Mail says of itself: it fetches all of a mail when it arrives, not when it is read. */
    private static final String MAIL_PRIVACY = "mozilla/5.0";

    private static final List<String> PREFETCH_HEADERS = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    /**
     * Whether a request shows by itself that no person made it.
     *
     * @param headers by name, whatever the case of the name
     */
    static boolean isShownBy(String method, java.util.function.Function<String, @Nullable String> headers) {
        String agent = headers.apply("User-Agent");
        return method.equals("HEAD")
                || PREFETCH_HEADERS.stream().map(headers).anyMatch(Scanners::isPrefetch)
                || agent == null
                || isNamed(agent.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isPrefetch(@Nullable String purpose) {
        return purpose != null
                && Stream.of("prefetch", "preview", "prerender").anyMatch(purpose.toLowerCase(Locale.ROOT)::contains);
    }

    private static boolean isNamed(String agent) {
        return agent.isEmpty() || agent.equals(MAIL_PRIVACY) || NAMES.stream().anyMatch(agent::contains);
    }

    /** @param visits of one mail, a few seconds long */
    Visitor whoMade(Visit visit, List<Visit> visits) {
        return visit.bySign() || isTooSoon(visit) || isBurst(visit, visits) ? Visitor.SCANNER : Visitor.PERSON;
    }

    private boolean isTooSoon(Visit visit) {
        Link.Trail trail = visit.link().trail();
        Instant sentAt = trail == null ? Instant.MIN : trail.sentAt();
        return visit.at().isBefore(sentAt.plus(tooSoon));
    }

    /** An open is no sign: the pixel is fetched with every look at the mail. */
    private static boolean isBurst(Visit visit, List<Visit> visits) {
        return visit.link().purpose() != Link.Purpose.OPEN && isBurst(visits);
    }

    static boolean isBurst(List<Visit> visits) {
        return visits.stream()
                        .map(Visit::link)
                        .filter(link -> link.purpose() != Link.Purpose.OPEN)
                        .distinct()
                        .limit(BURST)
                        .count()
                == BURST;
    }
}
