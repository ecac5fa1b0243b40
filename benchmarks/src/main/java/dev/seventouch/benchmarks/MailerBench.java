package dev.seventouch.benchmarks;

import dev.seventouch.benchmarks.engine.Broker;
import dev.seventouch.benchmarks.engine.EngineProcess;
import dev.seventouch.benchmarks.engine.ServiceApp;
import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.machine.Loopback;
import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.machine.Weight;
import dev.seventouch.benchmarks.mail.HandedOver;
import dev.seventouch.benchmarks.mail.LeadToMail;
import dev.seventouch.benchmarks.mail.MailerProcess;
import dev.seventouch.benchmarks.mail.NaiveLoop;
import dev.seventouch.benchmarks.mail.Neighbours;
import dev.seventouch.benchmarks.mail.Sink;
import dev.seventouch.benchmarks.mail.Split;
import dev.seventouch.benchmarks.mail.Touches;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Machine;
import dev.seventouch.benchmarks.report.Measure;
import dev.seventouch.benchmarks.report.Table;
import dev.seventouch.benchmarks.wire.Writer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The mailer from Kafka to an SMTP sink, beside a loop that sends one mail after the other, and Postfix' own client. */
@Command(
        name = "./seventouch bench mailer",
        description = "Measures the mailer from Kafka to an SMTP sink, and beside it a plain loop and smtp-source.",
        showDefaultValues = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class MailerBench implements Callable<Integer> {

    private static final Measure RATE = Measure.rate("mails");
    private static final Measure PROCESSOR = Measure.cost("processor time for each", "ms");
    private static final Measure BROKER = Measure.cost("… of broker and store", "ms");
    private static final Measure MEMORY = Measure.cost("resident memory", "MB");
    private static final List<String> AS_IN_THE_IMAGE = List.of(
            "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider",
            "-Djakarta.activation.spi.MailcapRegistryProvider=org.eclipse.angus.activation.MailcapRegistryProviderImpl",
            "-Djakarta.activation.spi.MimeTypeRegistryProvider="
                    + "org.eclipse.angus.activation.MimeTypeRegistryProviderImpl");
    /** Written at once; over many of them the memory is looked at after each. */
    private static final int A_GULP = 100_000;

    /** At twice the pace: engine, mailer and broker have just started, and compile for a minute. */
    private static final int WARM_UP_SECONDS = 140;

    private static final int ROUNDS = 3;
    private static final Duration PACED = Duration.ofSeconds(10);
    private static final int MAIL_BYTES = 8700;
    private static final Duration TO_FINISH = Duration.ofMinutes(3);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--mails", paramLabel = "N", description = "mails in each measured round")
    private int mails = 10_000;

    @Option(names = "--warm-up", paramLabel = "N", description = "mails before that")
    private int warmUp = 3_000;

    @Option(names = "--naive", paramLabel = "N", description = "mails that the plain loop sends")
    private int naive = 200;

    @Option(
            names = "--isolation",
            description = "only: how much the others lose while one domain is slow and another refuses everything")
    private boolean isolation;

    @Option(
            names = "--leads",
            paramLabel = "RATE",
            description =
                    "only: how long it takes from a lead to its mail, with so many leads a second, through the engine; 100 take three minutes")
    private int leads;

    @Option(names = "--no-signed", negatable = true, description = "leaves out the round with DKIM")
    private boolean signed = true;

    @Option(
            names = "--split",
            description = "tells which steps the processor time went into, by a flight recorder that costs some itself")
    private boolean split;

    @Option(names = "--limit", paramLabel = "TIME", description = "how long all of it may take, as in PT5M")
    private Duration limit = Duration.ofMinutes(5);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Figures figures = new Figures();

    static void main(String[] arguments) {
        System.exit(new CommandLine(new MailerBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path root = Directories.ofTheProject();
        Path directory = root.resolve("benchmarks").resolve("target").resolve("mailer-bench");
        Directories.remove(directory);
        Path logs = Directories.made(directory.resolve("logs"));
        Machine.here().busyBefore().ifPresent(busy -> figures.note(busy + ": compare ratios, not rates."));
        ServiceApp application =
                ServiceApp.of(root, "mailer-service", directory.resolve("app"), AS_IN_THE_IMAGE, List.of());
        try (Sink sink = Sink.open();
                Broker broker = new Broker(directory.resolve("broker"), logs)) {
            figures.note("All went to " + sink.name() + " on loopback.");
            Patience patience = new Patience(limit, broker.process()::verifyAlive);
            broker.awaitReady(patience, List.of());
            Path campaigns = root.resolve("campaigns");
            if (isolation) {
                neighbours(application, broker, campaigns, logs, patience);
            } else if (leads > 0) {
                leadToMail(root, application, broker, sink, directory, patience);
            } else {
                run(application, broker, sink, campaigns, directory, patience);
                naiveLoop(sink);
                ceiling(sink);
            }
        }
        out.println(Table.of(figures));
        return 0;
    }

    private void run(
            ServiceApp application, Broker broker, Sink sink, Path campaigns, Path directory, Patience patience)
            throws IOException {
        try (HandedOver outcomes = new HandedOver(broker.bootstrapServers());
                Writer writer = Writer.inBulk(broker.bootstrapServers())) {
            int sent = 0;
            for (@Nullable String dkim : signed ? new @Nullable String[] {null, key(directory)} : new @Nullable String[] {null}) {
                String name = dkim == null ? "Seventouch" : "Seventouch, signed";
                out.println(name + " …");
                Path log = directory.resolve("logs").resolve("mailer.log");
                Path recording = directory.resolve((dkim == null ? "plain" : "signed") + ".jfr");
                List<String> options = split ? Split.jvmOptions(recording) : List.of();
                Instant from;
                Instant to;
                try (MailerProcess mailer =
                        new MailerProcess(application.with(options), broker, sink, campaigns, dkim, log)) {
                    mailer.awaitHealthy(patience);
                    sent = round(writer, outcomes, sent, warmUp, patience);
                    long processor =
                            Weight.processorTime(mailer.running().handle()).toNanos();
                    long others =
                            Weight.processorTime(broker.process().handle()).toNanos();
                    int before = outcomes.count();
                    from = Instant.now();
                    long begin = System.nanoTime();
                    for (int left = mails; left > 0; left -= A_GULP) {
                        sent = round(writer, outcomes, sent, Math.min(left, A_GULP), patience);
                        Weight.residentBytes(mailer.running().handle())
                                .ifPresent(bytes -> figures.add(name, MEMORY, bytes / 1e6));
                    }
                    double seconds = (System.nanoTime() - begin) / 1e9;
                    to = Instant.now();
                    double cost = millisEach(mailer.running().handle(), processor);
                    figures.add(name, RATE, (outcomes.count() - before) / seconds);
                    figures.add(name, PROCESSOR, cost);
                    figures.add(name, BROKER, millisEach(broker.process().handle(), others));
                }
                if (split) {
                    Split.of(recording, from, to)
                            .forEach((step, share) ->
                                    figures.add(name, Measure.cost("share of " + step.words(), "%"), 100 * share));
                }
            }
            if (!outcomes.others().isEmpty()) {
                figures.note("Not every outcome was a hand-over: " + outcomes.others() + ".");
            }
        }
    }

    private void neighbours(ServiceApp application, Broker broker, Path campaigns, Path logs, Patience patience) {
        try (Sink moody = Sink.moody(Neighbours.SLOW, Neighbours.OVER_EACH, Neighbours.REFUSING);
                HandedOver outcomes = new HandedOver(broker.bootstrapServers());
                Writer writer = Writer.inBulk(broker.bootstrapServers());
                MailerProcess mailer =
                        new MailerProcess(application, broker, moody, campaigns, null, logs.resolve("mailer.log"))) {
            mailer.awaitHealthy(patience);
            new Neighbours(writer, outcomes, patience, 0).measure(mails, ROUNDS, figures);
        }
    }

    private void leadToMail(
            Path root, ServiceApp application, Broker broker, Sink sink, Path directory, Patience patience) {
        Path logs = directory.resolve("logs");
        ServiceApp engine =
                ServiceApp.of(root, "cadence-engine-service", directory.resolve("engine-app"), List.of(), List.of());
        try (HandedOver outcomes = new HandedOver(broker.bootstrapServers());
                Writer writer = Writer.oneByOne(broker.bootstrapServers());
                MailerProcess mailer = new MailerProcess(
                        application, broker, sink, root.resolve("campaigns"), null, logs.resolve("mailer.log"));
                EngineProcess running =
                        new EngineProcess(engine, broker, Directories.made(directory.resolve("engine")), logs)) {
            mailer.awaitHealthy(patience);
            running.awaitHealthy(patience);
            LeadToMail.measure(
                    writer, outcomes, patience, Math.max(warmUp, WARM_UP_SECONDS * leads), leads, PACED, figures);
        }
    }

    private int round(Writer writer, HandedOver outcomes, int sent, int more, Patience patience) {
        writer.write(Touches.of(sent, more));
        patience.until("all touches are answered", limit, () -> outcomes.areAnswered(sent + more));
        return sent + more;
    }

    private double millisEach(ProcessHandle process, long before) {
        return (Weight.processorTime(process).toNanos() - before) / 1e6 / mails;
    }

    private void naiveLoop(Sink sink) {
        out.println("a plain loop …");
        String body =
                "All of it fits into a line of some length, and there are many such lines.\r\n".repeat(MAIL_BYTES / 75);
        NaiveLoop.send(sink.port(), naive / 10, body);
        long begin = System.nanoTime();
        NaiveLoop.send(sink.port(), naive, body);
        figures.add("plain loop", RATE, naive / ((System.nanoTime() - begin) / 1e9));
    }

    private void ceiling(Sink sink) {
        out.println("smtp-source …");
        long begin = System.nanoTime();
        try {
            Process source = new ProcessBuilder(
                            "smtp-source",
                            "-s",
                            "8",
                            "-m",
                            String.valueOf(mails),
                            "-l",
                            String.valueOf(MAIL_BYTES),
                            "-f",
                            "hello@nordlicht.example",
                            "-t",
                            "lead@customer.example",
                            Loopback.HOST + ":" + sink.port())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (source.waitFor(TO_FINISH.toSeconds(), TimeUnit.SECONDS) && source.exitValue() == 0) {
                figures.add("smtp-source", RATE, mails / ((System.nanoTime() - begin) / 1e9));
                return;
            }
            source.destroyForcibly();
            figures.note("smtp-source did not finish, and is left out.");
        } catch (IOException e) {
            figures.note("smtp-source is not installed (package postfix), so there is no ceiling to compare with.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(Path directory) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            Path pem = Files.writeString(
                    directory.resolve("dkim.pem"),
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
            return "nordlicht.example:s1:" + pem;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
