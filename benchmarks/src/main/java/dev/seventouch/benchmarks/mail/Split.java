package dev.seventouch.benchmarks.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Which step of a mail the mailer's processor time went into, by what a flight recorder saw. */
public final class Split {

    private static final String MAILER = "dev.seventouch.mailer.";

    /** What a mail goes through. The first frame from the top that belongs to one of them decides. */
    public enum Step {
        RENDER("rendering", MAILER + "template.", MAILER + "delivery.Composer"),
        WRITE("writing it as MIME", MAILER + "channel.email.MailWriter", MAILER + "channel.email.WrittenMail"),
        SIGN("signing", MAILER + "channel.email.DkimSignature", MAILER + "channel.email.DkimSignatures"),
        SPEAK(
                "speaking SMTP",
                MAILER + "channel.email.SmtpConversation",
                MAILER + "channel.email.Relays",
                MAILER + "channel.email.Connections"),
        LEDGER("asking the ledger", MAILER + "store.MongoLedger", MAILER + "delivery.LastLooks"),
        CLAIM("claims and records", MAILER + "store.MongoClaims"),
        LOG("logging", MAILER + "delivery.Story", "ch.qos.logback."),
        KAFKA("Kafka, both ways", "org.apache.kafka.", "dev.seventouch.service.stream.", "dev.seventouch.events.wire."),
        REST("all else of the program");

        private final String words;
        private final List<String> classes;

        Step(String words, String... classes) {
            this.words = words;
            this.classes = List.of(classes);
        }

        public String words() {
            return words;
        }

        private static Step of(RecordedStackTrace stack) {
            for (RecordedFrame frame : stack.getFrames()) {
                String type = frame.getMethod().getType().getName();
                for (Step step : values()) {
                    if (step.classes.stream().anyMatch(type::startsWith)) {
                        return step;
                    }
                }
            }
            return REST;
        }
    }

    private Split() {}

    /** What a JVM is to be started with, so that its processor time can be split up when it has ended. */
    public static List<String> jvmOptions(Path recording) {
        return List.of(
                "-XX:FlightRecorderOptions:stackdepth=256",
                "-XX:StartFlightRecording:filename=" + recording
                        + ",settings=none,+jdk.CPUTimeSample#enabled=true,+jdk.CPUTimeSample#throttle=2ms"
                        + ",+jdk.CPUTimeSample#stackTrace=true");
    }

    /**
     * @return the share of each step in what threads of the program had between two instants, in all 1; empty where the JVM
     *     can't sample processor time
     */
    public static Map<Step, Double> of(Path recording, Instant from, Instant to) {
        Map<Step, Double> seen = new EnumMap<>(Step.class);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample")
                        && stack != null
                        && event.getStartTime().isAfter(from)
                        && event.getStartTime().isBefore(to)) {
                    seen.merge(Step.of(stack), 1.0, Double::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(recording + " can't be read", e);
        }
        double all = seen.values().stream().mapToDouble(Double::doubleValue).sum();
        seen.replaceAll((_, samples) -> samples / all);
        return seen;
    }
}
