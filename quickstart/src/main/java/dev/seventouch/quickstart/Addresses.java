package dev.seventouch.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is printed once everything runs. */
final class Addresses {
    private Addresses() {}

    static String of(Setup setup, House house) {
        Ports ports = setup.ports();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Desk", web(ports.desk()) + "/");
        lines.put("Intake", web(ports.intake()) + "/forms/website");
        lines.put("Engine", web(ports.engine()));
        lines.put("Mailer", web(ports.mailer()));
        lines.put(
                "Inbox",
                setup.smtp() == null
                        ? web(ports.inbox()) + "/  (SMTP " + setup.smtpAddress() + ")"
                        : "none: mail goes to " + setup.smtp());
        lines.put("Kafka", setup.kafkaAddress());
        lines.put("Store", setup.mongodb() == null ? setup.storeAddress() : "MongoDB");
        lines.put(
                "Operator key",
                house.secrets().operatorKey() + "  (in " + setup.data().resolve("operator.key") + ")");
        lines.put("Log", setup.data().resolve("logs/seventouch.log").toString());
        return lines.entrySet().stream()
                .map(line -> "  %-13s %s%n".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining());
    }

    private static String web(int port) {
        return "http://localhost:" + port;
    }
}
