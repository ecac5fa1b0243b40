package dev.seventouch.service.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server's no says about an address, by its enhanced status code (RFC 3463). The same holds whether it is said within
 * the session or by a mail that comes back.
 *
 * @param code such as {@code 5.1.1}
 */
public record BounceStatus(String code, Kind kind) {

    /** What follows for the address. */
    public enum Kind {
        /** The address will never work. */
        HARD,
        /** It may work later. */
        SOFT,
        /** What is refused is our set-up or our words; that says nothing about the address. */
        OURS,
        /** It can't be told. */
        UNKNOWN
    }

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245])\\.([0-7])\\.(\\d{1,3})(?![\\d.]*\\d)");
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.])([45])(\\d\\d)(?![\\d.])[ -]");
    private static final Pattern NOBODY = Pattern.compile(
            "user unknown|unknown user|no such (user|mailbox|recipient|address)|does ?n[o']t exist|not exist|invalid recipient"
                    + "|recipient (address )?rejected: user|unrouteable address|unrouteable mail domain|mailbox (not found|unavailable)"
                    + "|address (not found|unknown)|unknown (address|recipient)|no mailbox here|(account|mailbox) (is )?disabled");

    /**
     * @param status as a report states it; empty if there is none
     * @param diagnostic what the receiving server said; empty if that is not known
     */
    public static BounceStatus of(String status, String diagnostic) {
        Matcher stated = ENHANCED.matcher(status);
        Matcher said = ENHANCED.matcher(diagnostic);
        boolean isStated = stated.find();
        // "5.0.0" and the like say no more than that it failed; the server's own words may.
        if (isStated && !(stated.group(2).equals("0") && said.find())) {
            return read(stated, diagnostic);
        }
        said.reset();
        return said.find() ? read(said, diagnostic) : byReply(diagnostic);
    }

    private static BounceStatus read(Matcher code, String diagnostic) {
        String subject = code.group(2);
        String detail = code.group(3);
        Kind kind = switch (code.group(1)) {
            case "5" -> permanent(subject, detail, diagnostic);
            case "4" -> subject.equals("7") ? Kind.OURS : Kind.SOFT;
            default -> Kind.UNKNOWN;
        };
        return new BounceStatus(code.group(), kind);
    }

    private static Kind permanent(String subject, String detail, String diagnostic) {
        return switch (subject) {
            // 5.1.7 and 5.1.8 are about the sender's address.
            case "1" -> detail.equals("7") || detail.equals("8") ? Kind.OURS : Kind.HARD;
            case "2" -> detail.equals("1") ? Kind.HARD : Kind.SOFT;
            case "3", "4" -> Kind.SOFT;
            case "5", "6", "7" -> Kind.OURS;
            default -> saysNobody(diagnostic) ? Kind.HARD : Kind.SOFT;
        };
    }

    private static BounceStatus byReply(String diagnostic) {
        Matcher reply = REPLY.matcher(diagnostic);
        if (!reply.find()) {
            return new BounceStatus("", saysNobody(diagnostic) ? Kind.HARD : Kind.UNKNOWN);
        }
        boolean hard = reply.group(1).equals("5") && saysNobody(diagnostic);
        return new BounceStatus(reply.group(1) + reply.group(2), hard ? Kind.HARD : Kind.SOFT);
    }

    private static boolean saysNobody(String diagnostic) {
        return NOBODY.matcher(diagnostic.toLowerCase(Locale.ROOT)).find();
    }
}
