package dev.seventouch.quickstart;

import dev.seventouch.events.wire.Json;
import dev.seventouch.service.clock.HouseClock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each service is told instead of by its environment. */
record ServiceSettings(Setup setup, DataDirectory data, Secrets secrets, HouseClock clock) {

    /** As arguments of its command line, which win over everything else. */
    String[] argumentsOf(Service service) {
        Map<String, String> settings = common();
        settings.put("server.port", String.valueOf(service.port(setup.ports())));
        // Not the machine's name, which may change: what an instance had in hand, it takes up again.
        settings.put("seventouch.stream.instance", Json.nameOf(service) + "-1");
        settings.putAll(
                switch (service) {
                    case INTAKE ->
                        Map.of(
                                "seventouch.intake.identity-key",
                                secrets.identityKey(),
                                "seventouch.intake.imports",
                                data.imports().toString());
                    case ENGINE ->
                        Map.of("seventouch.engine.state", data.engine().toString());
                    case MAILER -> mailer();
                    case DESK ->
                        Map.of(
                                "seventouch.desk.mailer.address",
                                "http://localhost:" + setup.ports().mailer(),
                                "seventouch.desk.intake.address",
                                "http://localhost:" + setup.ports().intake());
                });
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private Map<String, String> common() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.kafka.bootstrap-servers", setup.kafkaAddress());
        settings.put("spring.mongodb.uri", setup.storeAddress());
        settings.put("seventouch.operator.key", secrets.operatorKey());
        settings.put("seventouch.links.keys", secrets.linksKey());
        settings.put(
                "seventouch.links.base", "http://localhost:" + setup.ports().intake());
        settings.put("seventouch.clock.epoch", clock.epoch().toString());
        settings.put("seventouch.clock.since", clock.since().toString());
        settings.put("seventouch.clock.speed", String.valueOf(clock.speed()));
        settings.put("seventouch.campaigns", setup.campaigns().toString());
        // FreeMarker is on the one class path for those who have pages; the others miss no templates.
        settings.put("spring.freemarker.check-template-location", "false");
        // One registry for each service: with the global one they would count each other's.
        settings.put("management.metrics.use-global-registry", "false");
        return settings;
    }

    private Map<String, String> mailer() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("seventouch.mailer.smtp.relay", setup.smtpAddress());
        if (clock.speed() > 1) {
            // Nobody can post a day's letters each second.
            settings.put("seventouch.mailer.letters.posted-after", "1h");
        }
        return settings;
    }
}
