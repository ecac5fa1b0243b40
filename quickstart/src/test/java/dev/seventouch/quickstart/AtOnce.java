package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Plans whose first touch is a letter or a call: it is due when its lead is captured. */
final class AtOnce {
    private static final String PLAN = """
            id: %s
            for: { source: %s }
            cycle: 30d
            time: { days: mon-sun, hours: "00:00-23:59", zone: lead, fallback: Europe/Berlin }
            steps:
              - key: first
                %s
                reason: they asked for it
            then:
              - { every: 90d, email: { from: library } }
            """;

    private AtOnce() {}

    /** Leads of the source {@code by-post} get a letter. */
    static void letters(Client house) throws Exception {
        publish(house, "by-post", "letter: introduction");
    }

    /** Leads of the source {@code by-phone} are called. */
    static void calls(Client house) throws Exception {
        publish(house, "by-phone", "call: { say: \"Ask what prompted the enquiry\", minutes: 3 }");
    }

    private static void publish(Client house, String source, String touch) throws Exception {
        assertThat(house.put(
                                house.engine("/api/v1/cadences/" + source),
                                "application/yaml",
                                PLAN.formatted(source, source, touch))
                        .statusCode())
                .isEqualTo(200);
    }

    /** The lead's id. */
    static String captured(Client house, String source, String name) throws Exception {
        return house.leadId(house.postJson(
                house.intake("/api/v1/leads"),
                Map.of(
                        "email", "lead" + Math.abs(name.hashCode()) + "@example.org",
                        "name", name,
                        "source", source,
                        "phone", "+49 431 1234567",
                        "street", "Hafenstraße 7",
                        "postalCode", "24103",
                        "city", "Kiel",
                        "country", "DE")));
    }
}
