package dev.seventouch.mailer.domain;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a domain lets an address send for it, found as a receiver finds it (RFC 7208 4). Macros and {@code ptr} are not
 * followed: what rests on them can't be told.
 */
final class Spf {

    /** RFC 7208 4.6.4: of all records that are read for one mail, and of the hosts of one {@code mx}. */
    static final int MOST_LOOKUPS = 10;

    private static final Pattern TERM = Pattern.compile(
            "(?i)([+?~-]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?::([^/]+))?(?:/(\\d{1,3}))?(?://(\\d{1,3}))?");
    private static final Pattern MODIFIER = Pattern.compile("[a-zA-Z][\\w.-]*=.*");
    private static final String REDIRECT = "redirect=";

    private final Dns dns;
    private final InetAddress sender;
    private int lookups;

    private Spf(Dns dns, InetAddress sender) {
        this.dns = dns;
        this.sender = sender;
    }

    /** What a receiver makes of it. */
    enum Result {
        PASS,
        /** It says no, in one of its tones, or nothing. */
        NO,
        /** It breaks a rule, so nothing of it counts. */
        BROKEN,
        /** It rests on what is not followed here. */
        UNTOLD
    }

    /** @param by the term that decides, or what is wrong */
    record Verdict(Result result, String by) {

        boolean isDecided() {
            return result == Result.PASS || result == Result.NO;
        }
    }

    /** @throws IOException if the DNS does not answer */
    static Verdict of(Dns dns, String domain, InetAddress sender) throws IOException {
        return new Spf(dns, sender).check(domain);
    }

    /** @throws IOException if the DNS does not answer */
    static List<String> records(Dns dns, String domain) throws IOException {
        return dns.txt(domain).stream()
                .filter(txt -> txt.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?"))
                .toList();
    }

    private Verdict check(String domain) throws IOException {
        List<String> records = records(dns, domain);
        if (records.size() != 1) {
            return new Verdict(
                    Result.BROKEN, domain + " has " + (records.isEmpty() ? "no" : "more than one") + " SPF record");
        }
        List<String> terms = Arrays.stream(records.getFirst().strip().split("\\s+", -1))
                .skip(1)
                .toList();
        for (String term : terms) {
            Verdict verdict = MODIFIER.matcher(term).matches() ? null : decided(term, domain);
            if (verdict != null) {
                return verdict;
            }
        }
        Optional<String> redirect = terms.stream()
                .filter(term -> term.toLowerCase(Locale.ROOT).startsWith(REDIRECT))
                .findFirst();
        return redirect.isPresent()
                ? follow(redirect.get().substring(REDIRECT.length()), redirect.get())
                : new Verdict(Result.NO, "no term of " + domain);
    }

    /** Null where the next term is to be read. */
    private @Nullable Verdict decided(String term, String domain) throws IOException {
        Matcher read = TERM.matcher(term);
        if (!read.matches()) {
            return isMacro(term) ? untold(term) : noTerm(term, domain);
        }
        String name = read.group(2).toLowerCase(Locale.ROOT);
        String target = read.group(3) == null ? domain : read.group(3);
        String tone = read.group(1);
        Verdict met = new Verdict(tone.isEmpty() || tone.equals("+") ? Result.PASS : Result.NO, term);
        return switch (name) {
            case "all" -> met;
            case "ip4", "ip6" -> {
                InetAddress named = literal(name, target);
                yield named == null ? noTerm(term, domain) : isIn(named, read) ? met : null;
            }
            case "include" -> {
                Verdict inner = follow(target, term);
                yield inner.result() == Result.PASS ? met : inner.isDecided() ? null : inner;
            }
            case "ptr" -> untold(term);
            default -> {
                if (isMacro(target)) {
                    yield untold(term);
                }
                if (isOneTooMany()) {
                    yield tooMany();
                }
                yield isMet(name, target, read) ? met : null;
            }
        };
    }

    private boolean isMet(String name, String target, Matcher read) throws IOException {
        if (name.equals("exists")) {
            return !dns.addresses(target).isEmpty();
        }
        List<String> hosts = name.equals("mx") ? dns.mx(target) : List.of(target);
        for (String host : hosts.subList(0, Math.min(hosts.size(), MOST_LOOKUPS))) {
            for (InetAddress address : dns.addresses(host)) {
                if (isIn(address, read)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Verdict follow(String domain, String term) throws IOException {
        if (isMacro(domain)) {
            return untold(term);
        }
        return isOneTooMany() ? tooMany() : check(domain);
    }

    private boolean isOneTooMany() {
        lookups++;
        return lookups > MOST_LOOKUPS;
    }

    private static Verdict tooMany() {
        return new Verdict(Result.BROKEN, "with its includes it asks for more than " + MOST_LOOKUPS + " look-ups");
    }

    private static Verdict noTerm(String term, String domain) {
        return new Verdict(Result.BROKEN, "\"" + term + "\" of " + domain + " is no term of SPF");
    }

    private static Verdict untold(String term) {
        return new Verdict(Result.UNTOLD, term);
    }

    private static boolean isMacro(String name) {
        return name.contains("%");
    }

    /** Null where it is none. */
    private static @Nullable InetAddress literal(String name, String written) {
        try {
            return name.equalsIgnoreCase("ip4") ? Inet4Address.ofLiteral(written) : Inet6Address.ofLiteral(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the sender is in the range around an address that the term gives: behind one slash for IPv4, behind two for IPv6. */
    private boolean isIn(InetAddress address, Matcher read) {
        if (address.getAddress().length != sender.getAddress().length) {
            return false;
        }
        byte[] one = address.getAddress();
        byte[] other = sender.getAddress();
        String length = one.length == 4 || read.group(2).equalsIgnoreCase("ip6") ? read.group(4) : read.group(5);
        int bits = length == null ? one.length * 8 : Math.min(Integer.parseInt(length), one.length * 8);
        for (int bit = 0; bit < bits; bit++) {
            if (((one[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }
}
