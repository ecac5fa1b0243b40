package dev.seventouch.mailer.domain;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.SimpleResolver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a sending domain's DNS lacks. Ends with 0 if nothing is missing, 1 if something is, 2 if it can't be told. */
@Command(
        name = "./seventouch check-domain",
        mixinStandardHelpOptions = true,
        description = "Says which of SPF, DKIM, DMARC, MX and reverse DNS are missing for mail of a domain to arrive.")
public final class CheckDomainCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CANNOT_TELL = 2;

    @Parameters(paramLabel = "DOMAIN", description = "the domain of SEVENTOUCH_SENDER_ADDRESS")
    private String domain = "";

    @Option(
            names = "--selector",
            split = ",",
            paramLabel = "NAME",
            description = "of a DKIM key, as in SEVENTOUCH_DKIM")
    private List<String> selectors = List.of();

    @Option(names = "--from-ip", split = ",", paramLabel = "ADDRESS", description = "that mail leaves from")
    private List<InetAddress> senders = List.of();

    @Option(names = "--resolver", paramLabel = "HOST", description = "a DNS server; that of this machine unless set")
    private @Nullable String resolver;

    @Option(names = "--resolver-port", paramLabel = "PORT", hidden = true, description = "of the DNS server")
    private int port = 53;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckDomainCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            SimpleResolver asked = resolver == null ? new SimpleResolver() : new SimpleResolver(resolver);
            asked.setPort(port);
            asked.setTimeout(PATIENCE);
            List<Finding> findings = new DomainCheck(new Dns(asked))
                    .of(java.net.IDN.toASCII(domain).toLowerCase(Locale.ROOT), selectors, senders);
            findings.forEach(this::say);
            return findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.MISSING) ? 1 : 0;
        } catch (IOException | IllegalArgumentException e) {
            out.println("It can't be told: " + e.getMessage());
            return CANNOT_TELL;
        }
    }

    private void say(Finding finding) {
        out.printf("%-8s %s: %s%n", finding.grade().name().toLowerCase(Locale.ROOT), finding.what(), finding.is());
        if (!finding.cure().isEmpty()) {
            out.println("         " + finding.cure());
        }
    }
}
