package dev.seventouch.mailer.domain;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at the records that large receivers ask for: SPF, DKIM, DMARC, MX, and the names of the sending addresses. */
final class DomainCheck {

    private static final int STRONG_BITS = 2048;
    private static final int ED25519_BYTES = 32;

    private final Dns dns;

    DomainCheck(Dns dns) {
        this.dns = dns;
    }

    /**
     * @param selectors of DKIM keys; without one DKIM can't be looked at
     * @param senders the addresses that mail leaves from; without one their names can't be looked at
     * @throws IOException if the DNS does not answer
     */
    List<Finding> of(String domain, List<String> selectors, List<InetAddress> senders) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Finding spf = spf(domain);
        findings.add(spf);
        if (spf.grade() != Finding.Grade.MISSING) {
            for (InetAddress sender : senders) {
                findings.add(mayIt(sender, domain));
            }
        }
        if (selectors.isEmpty()) {
            findings.add(Finding.weak(
                    "DKIM", "not looked at", "name your selector with --selector, as it stands in SEVENTOUCH_DKIM"));
        }
        for (String selector : selectors) {
            findings.add(dkim(selector + "._domainkey." + domain));
        }
        findings.add(dmarc(domain));
        findings.add(mx(domain));
        if (senders.isEmpty()) {
            findings.add(Finding.weak("PTR", "not looked at", "name the address that mail leaves from with --from-ip"));
        }
        for (InetAddress sender : senders) {
            findings.add(ptr(sender));
        }
        return findings;
    }

    private Finding spf(String domain) throws IOException {
        List<String> records = Spf.records(dns, domain);
        if (records.isEmpty()) {
            return Finding.missing("SPF", "no record", domain + " TXT \"v=spf1 ip4:ADDRESS-OF-YOUR-RELAY -all\"");
        }
        String record = records.getFirst();
        if (records.size() > 1) {
            return Finding.missing("SPF", records.size() + " records", "keep one: two count as none (RFC 7208 4.5)");
        }
        if (record.matches("(?i).*\\s\\+?all(\\s.*)?")) {
            return Finding.missing("SPF", record, "it lets the whole world send as you: end it with -all or ~all");
        }
        long lookups = record.toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\\s+", -1)))
                .filter(term -> term.matches("[+?~-]?(include:.*|a|a[:/].*|mx|mx[:/].*|ptr.*|exists:.*)|redirect=.*"))
                .count();
        if (lookups > Spf.MOST_LOOKUPS) {
            return Finding.missing("SPF", record, "it asks for more than 10 look-ups, which counts as none");
        }
        return record.matches("(?i).*\\s[-~]all|.*\\sredirect=\\S+.*")
                ? Finding.good("SPF", record)
                : Finding.weak("SPF", record, "end it with -all or ~all");
    }

    private Finding mayIt(InetAddress sender, String domain) throws IOException {
        String address = sender.getHostAddress();
        String what = "SPF for " + address;
        Spf.Verdict verdict = Spf.of(dns, domain, sender);
        return switch (verdict.result()) {
            case PASS -> Finding.good(what, "allowed by " + verdict.by());
            case NO ->
                Finding.missing(
                        what,
                        "not allowed, by " + verdict.by(),
                        "put " + (sender.getAddress().length == 4 ? "ip4:" : "ip6:") + address
                                + " in front of \"all\"");
            case BROKEN ->
                Finding.missing(what, "can't be read: " + verdict.by(), "mend that: such a record counts as none");
            case UNTOLD ->
                Finding.weak(
                        what, "not looked at: it rests on " + verdict.by(), "name the address by ip4: or ip6: instead");
        };
    }

    private Finding dkim(String name) throws IOException {
        List<String> records = dns.txt(name);
        String what = "DKIM " + name;
        if (records.isEmpty()) {
            return Finding.missing(what, "no record", name + " TXT \"v=DKIM1; k=rsa; p=YOUR-PUBLIC-KEY\"");
        }
        if (records.size() > 1) {
            return Finding.missing(what, records.size() + " records", "keep one (RFC 6376 3.6.2.2)");
        }
        Map<String, String> tags = tags(records.getFirst());
        String p = tags.get("p");
        if (p == null || p.isEmpty()) {
            return Finding.missing(what, p == null ? "no p=" : "revoked", "publish the public half of your key in p=");
        }
        return switch (tags.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT)) {
            case "rsa" -> rsa(what, p);
            case "ed25519" -> ed25519(what, p);
            default -> Finding.missing(what, "k=" + tags.get("k"), "receivers know k=rsa, and some k=ed25519");
        };
    }

    /** RFC 8463 4.2: the bare 32 bytes. */
    private static Finding ed25519(String what, String p) {
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(p).length;
        } catch (IllegalArgumentException e) {
            bytes = 0;
        }
        return bytes == ED25519_BYTES
                ? Finding.good(what, "Ed25519; keep an RSA key beside it, for receivers that don't know it")
                : Finding.missing(
                        what,
                        "p= is no Ed25519 key",
                        "publish the last 32 bytes of what openssl pkey -pubout -outform DER gives");
    }

    private static Finding rsa(String what, String p) {
        try {
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(p)));
            int bits = key.getModulus().bitLength();
            return bits < STRONG_BITS
                    ? Finding.weak(what, bits + " bits", "make a key of 2048 bits (RFC 8301)")
                    : Finding.good(what, "RSA, " + bits + " bits");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Finding.missing(what, "p= is no RSA key", "publish what openssl pkey -pubout -outform DER gives");
        }
    }

    /**
     * A domain without a record goes by the one of the domain above it (RFC 7489 6.6.3). Where the list of public suffixes would
     * name that one, each domain above is asked, down to two labels.
     */
    private Finding dmarc(String domain) throws IOException {
        List<String> records = dmarcRecords(domain);
        String above = domain;
        while (records.isEmpty() && above.indexOf('.') < above.lastIndexOf('.')) {
            above = above.substring(above.indexOf('.') + 1);
            records = dmarcRecords(above);
        }
        if (records.size() != 1) {
            return Finding.missing(
                    "DMARC",
                    records.isEmpty() ? "no record" : records.size() + " records",
                    "_dmarc." + domain + " TXT \"v=DMARC1; p=none; rua=mailto:dmarc@" + domain + "\"");
        }
        String record = records.getFirst();
        @Nullable String policy = tags(record).get("p");
        String is = above.equals(domain) ? record : record + " (of " + above + ")";
        return policy != null && policy.matches("none|quarantine|reject")
                ? Finding.good("DMARC", is)
                : Finding.missing("DMARC", is, "say p=none, p=quarantine or p=reject");
    }

    private List<String> dmarcRecords(String domain) throws IOException {
        return dns.txt("_dmarc." + domain).stream()
                .filter(txt -> txt.startsWith("v=DMARC1"))
                .toList();
    }

    private Finding mx(String domain) throws IOException {
        List<String> hosts = dns.mx(domain);
        // A single dot says that the domain takes no mail (RFC 7505).
        if (hosts.isEmpty() || hosts.equals(List.of("."))) {
            return Finding.missing("MX", "no record", "bounces and replies need a host that takes mail for " + domain);
        }
        for (String host : hosts) {
            if (dns.addresses(host).isEmpty()) {
                return Finding.weak("MX", host + " has no address", "give it an A or AAAA record, or take it out");
            }
        }
        return Finding.good("MX", String.join(", ", hosts));
    }

    private Finding ptr(InetAddress sender) throws IOException {
        String what = "PTR " + sender.getHostAddress();
        List<String> names = dns.names(sender);
        if (names.isEmpty()) {
            return Finding.missing(what, "no name", "ask whoever runs the address for a reverse record");
        }
        for (String name : names) {
            if (dns.addresses(name).contains(sender)) {
                return Finding.good(what, name);
            }
        }
        return Finding.missing(
                what, names.getFirst() + " leads elsewhere", "let the name's A record lead back to the address");
    }

    private static Map<String, String> tags(String record) {
        Map<String, String> tags = new TreeMap<>();
        for (String tag : record.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s+", ""));
            }
        }
        return tags;
    }
}
