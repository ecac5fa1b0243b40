package dev.seventouch.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** On a resolver of our own, over the wire. */
class DomainCheckTest {

    private static final InetAddress SENDER = address("192.0.2.7");

    private static final String KEY = key(2048);

    private final Map<String, List<String>> zone = new ConcurrentHashMap<>();
    private volatile int code = Rcode.NOERROR;
    private DatagramSocket server;
    private DomainCheck check;

    @BeforeEach
    void start() throws Exception {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        SimpleResolver resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
        resolver.setPort(server.getLocalPort());
        resolver.setTimeout(Duration.ofSeconds(5));
        check = new DomainCheck(new Dns(resolver));
        zone.put("good.example TXT", List.of("\"v=spf1 ip4:192.0.2.7 -all\"", "\"something else\""));
        zone.put("_dmarc.good.example TXT", List.of("\"v=DMARC1; p=none; rua=mailto:d@good.example\""));
        zone.put("s1._domainkey.good.example TXT", List.of(KEY));
        zone.put("good.example MX", List.of("10 mx.good.example."));
        zone.put("mx.good.example A", List.of("192.0.2.8"));
        zone.put("7.2.0.192.in-addr.arpa PTR", List.of("out.good.example."));
        zone.put("out.good.example A", List.of("192.0.2.7"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_domain_that_has_all_of_it_is_in_order() throws Exception {
        assertThat(check.of("good.example", List.of("s1"), List.of(SENDER)))
                .hasSize(6)
                .allMatch(finding ->
                        finding.grade() == Finding.Grade.GOOD && finding.cure().isEmpty());
    }

    @Test
    void a_domain_that_has_none_of_it_is_told_what_to_write() throws Exception {
        assertThat(check.of("bare.example", List.of("s1"), List.of(address("192.0.2.9"))))
                .hasSize(5)
                .allMatch(finding -> finding.grade() == Finding.Grade.MISSING
                        && !finding.cure().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "good.example TXT|\"v=spf1 +all\"|MISSING",
                "good.example TXT|\"v=spf1 all\"|MISSING",
                "good.example TXT|\"v=spf1 ip4:192.0.2.7\"|WEAK",
                "good.example TXT|\"v=spf1 ip4:192.0.2.7 ~all\"|GOOD",
                "good.example TXT|\"v=spf1 a mx include:a.b include:b.b include:c.b include:d.b include:e.b include:f.b include:g.b include:h.b include:i.b -all\"|MISSING",
                "good.example TXT|\"v=spf1 -all\" ; \"v=spf1 ~all\"|MISSING",
                "good.example TXT|\"v=spf10 -all\"|MISSING",
                "good.example TXT|\"v=spf1 ip4:192.0.2.8 -all\"|MISSING",
                "_dmarc.good.example TXT|\"v=DMARC1; p=maybe\"|MISSING",
                "_dmarc.good.example TXT|\"v=DMARC1; p=reject\"|GOOD",
                "_dmarc.good.example TXT|\"v=DMARC1; p=none\" ; \"v=DMARC1; p=reject\"|MISSING",
                "s1._domainkey.good.example TXT|\"v=DKIM1; k=rsa; p=\"|MISSING",
                "s1._domainkey.good.example TXT|\"v=DKIM1; k=rsa; p=nonsense\"|MISSING",
                "s1._domainkey.good.example TXT|\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"|GOOD",
                "s1._domainkey.good.example TXT|\"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcH\"|MISSING",
                "s1._domainkey.good.example TXT|\"v=DKIM1; k=ed25519; p=nonsense!\"|MISSING",
                "s1._domainkey.good.example TXT|\"v=DKIM1; k=ed448; p=11qYAYKxCrfVS\"|MISSING",
                "good.example MX|10 nowhere.good.example.|WEAK",
                "good.example MX|0 .|MISSING",
                "7.2.0.192.in-addr.arpa PTR|mx.good.example.|MISSING"
            })
    void each_record_is_judged(String name, String records, Finding.Grade grade) throws Exception {
        zone.put(name, List.of(records.split(" ; ", -1)));
        List<Finding> findings = check.of("good.example", List.of("s1"), List.of(SENDER));
        assertThat(findings.stream()
                        .map(Finding::grade)
                        .filter(g -> g != Finding.Grade.GOOD)
                        .toList())
                .isEqualTo(grade == Finding.Grade.GOOD ? List.of() : List.of(grade));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ip4:192.0.2.0/24 -all|192.0.2.7|allowed by ip4:192.0.2.0/24",
                "ip4:192.0.2.0/24 -all|192.0.3.7|not allowed, by -all",
                "ip4:192.0.2.0/29 ~all|192.0.2.8|not allowed, by ~all",
                "-ip4:192.0.2.7 ip4:192.0.2.0/24 -all|192.0.2.7|not allowed, by -ip4:192.0.2.7",
                "ip4:192.0.2.9|192.0.2.7|not allowed, by no term of spf.example",
                "ip6:2001:db8::/32 -all|2001:db8:1::7|allowed by ip6:2001:db8::/32",
                "ip6:2001:db8::/32 -all|2001:db9::7|not allowed, by -all",
                "ip6:2001:db8::7 -all|192.0.2.7|not allowed, by -all",
                "a:out.good.example -all|192.0.2.7|allowed by a:out.good.example",
                "a:out.good.example/24 -all|192.0.2.200|allowed by a:out.good.example/24",
                "a:six.example//64 -all|2001:db8::99|allowed by a:six.example//64",
                "a:six.example/64 -all|2001:db8::99|not allowed, by -all",
                "mx:good.example -all|192.0.2.8|allowed by mx:good.example",
                "a mx -all|192.0.2.7|not allowed, by -all",
                "include:good.example -all|192.0.2.7|allowed by include:good.example",
                "include:good.example ?all|192.0.2.9|not allowed, by ?all",
                "redirect=good.example|192.0.2.7|allowed by ip4:192.0.2.7",
                "redirect=good.example|192.0.2.9|not allowed, by -all",
                "exists:out.good.example -all|192.0.2.9|allowed by exists:out.good.example",
                "INCLUDE:good.example -ALL|192.0.2.7|allowed by INCLUDE:good.example",
                "include:nowhere.example -all|192.0.2.7|can't be read: nowhere.example has no SPF record",
                "include:loop.example -all|192.0.2.7|more than 10 look-ups",
                "include:chain1.example -all|192.0.2.7|allowed by include:chain1.example",
                "a:x.example include:chain1.example -all|192.0.2.7|more than 10 look-ups",
                "ipv4:192.0.2.7 -all|192.0.2.7|\"ipv4:192.0.2.7\" of spf.example is no term of SPF",
                "ip4:nonsense -all|192.0.2.7|\"ip4:nonsense\" of spf.example is no term of SPF",
                "ip4:2001:db8::7 -all|192.0.2.7|is no term of SPF",
                "exists:%{i}.spf.example -all|192.0.2.7|not looked at: it rests on exists:%{i}.spf.example",
                "ptr -all|192.0.2.7|not looked at: it rests on ptr",
                "ip4:192.0.2.7 exists:%{i}.x.example -all|192.0.2.7|allowed by ip4:192.0.2.7",
                "exp=why.example ip4:192.0.2.7 -all|192.0.2.7|allowed by ip4:192.0.2.7"
            })
    void spf_is_asked_about_the_address_that_mail_leaves_from(String terms, String sender, String is) throws Exception {
        zone.put("spf.example TXT", List.of("\"v=spf1 " + terms + "\""));
        zone.put("loop.example TXT", List.of("\"v=spf1 include:loop.example -all\""));
        zone.put("six.example AAAA", List.of("2001:db8::6"));
        for (int i = 1; i < 10; i++) {
            zone.put("chain" + i + ".example TXT", List.of("\"v=spf1 include:chain" + (i + 1) + ".example -all\""));
        }
        zone.put("chain10.example TXT", List.of("\"v=spf1 ip4:192.0.2.7 -all\""));
        Finding finding = check.of("spf.example", List.of(), List.of(address(sender))).stream()
                .filter(about -> about.what().startsWith("SPF for "))
                .findFirst()
                .orElseThrow();
        assertThat(finding.is()).contains(is);
        assertThat(finding.grade())
                .isEqualTo(
                        is.startsWith("allowed")
                                ? Finding.Grade.GOOD
                                : is.startsWith("not looked") ? Finding.Grade.WEAK : Finding.Grade.MISSING);
    }

    @Test
    void a_domain_below_goes_by_the_dmarc_record_above_it() throws Exception {
        assertThat(dmarcOf("news.good.example").is()).endsWith("(of good.example)");
        assertThat(dmarcOf("a.b.good.example").grade()).isEqualTo(Finding.Grade.GOOD);
        zone.put("_dmarc.news.good.example TXT", List.of("\"v=DMARC1; p=maybe\""));
        assertThat(dmarcOf("news.good.example").grade()).isEqualTo(Finding.Grade.MISSING);
        // A domain of one label is a registry's.
        zone.put("_dmarc.example TXT", List.of("\"v=DMARC1; p=reject\""));
        assertThat(dmarcOf("bare.example").grade()).isEqualTo(Finding.Grade.MISSING);
    }

    private Finding dmarcOf(String domain) throws IOException {
        return check.of(domain, List.of(), List.of()).stream()
                .filter(finding -> finding.what().equals("DMARC"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_short_key_is_weak() throws Exception {
        zone.put("s1._domainkey.good.example TXT", List.of(key(1024)));
        assertThat(check.of("good.example", List.of("s1"), List.of()).get(1).cure())
                .contains("2048");
    }

    @Test
    void a_resolver_that_fails_is_no_finding() {
        code = Rcode.SERVFAIL;
        assertThatThrownBy(() -> check.of("good.example", List.of(), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer");
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!server.isClosed()) {
            try {
                DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
                server.receive(asked);
                byte[] answer = answer(new Message(Arrays.copyOf(buffer, asked.getLength())))
                        .toWire();
                server.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private Message answer(Message query) throws IOException {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(code);
        answer.addRecord(question, Section.QUESTION);
        String name = question.getName().toString(true) + " " + Type.string(question.getType());
        for (String data : zone.getOrDefault(name, List.of())) {
            answer.addRecord(
                    Record.fromString(
                            question.getName(),
                            question.getType(),
                            question.getDClass(),
                            60,
                            data,
                            org.xbill.DNS.Name.root),
                    Section.ANSWER);
        }
        return answer;
    }

    /** In strings of at most 255, as DNS wants it. */
    private static String key(int bits) {
        KeyPairGenerator generator = rsa();
        generator.initialize(bits);
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder()
                        .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        return Arrays.stream(record.split("(?<=\\G.{200})"))
                .map(part -> "\"" + part + "\"")
                .collect(Collectors.joining(" "));
    }

    private static KeyPairGenerator rsa() {
        try {
            return KeyPairGenerator.getInstance("RSA");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
