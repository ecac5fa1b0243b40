package dev.seventouch.engine.laws;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws leads: from where clocks do odd things, and with facts that are missing, come later, or change. */
final class Leads {
    static final LeadId ID = new LeadId("a".repeat(26));

    /** Among them half-hour changes, quarter-hour offsets, the date line, changes at midnight, and none at all. */
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Africa/Casablanca"),
            ZoneId.of("Asia/Tehran"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Pacific/Chatham"),
            ZoneId.of("UTC"));

    private static final List<PostalAddress> ADDRESSES = List.of(
            new PostalAddress("Weg 1", "10115", "Berlin", "DE"),
            new PostalAddress("Gasse 2", null, "Wien", "AT"),
            new PostalAddress(null, "10115", "Berlin", "DE"));

    private Leads() {}

    /** What captures tell, one after the other: the first of a lead that can mostly be reached, later ones of this and that. */
    static List<Lead> draw(Dice dice, Instant start) {
        List<Lead> facts = new ArrayList<>();
        ZoneId zone = dice.oneIn(5) ? null : dice.oneOf(ZONES);
        boolean isKnownWell = dice.oneIn(2);
        facts.add(lead(
                dice,
                new Contact(
                        "Ada",
                        isKnownWell || dice.oneIn(2) ? "ada@example.com" : null,
                        isKnownWell || dice.oneIn(3) ? phone(dice) : null,
                        isKnownWell || dice.oneIn(3) ? dice.oneOf(ADDRESSES) : null,
                        null,
                        dice.oneIn(2) ? dice.oneOf("de", "en") : null,
                        zone,
                        dice.oneIn(2) ? country(dice) : null),
                dice.oneIn(8) ? dice.oneOf(Plans.SOURCES) : "website",
                start));
        int more = dice.between(0, 3);
        for (int i = 0; i < more; i++) {
            facts.add(lead(dice, more(dice), dice.oneIn(4) ? dice.oneOf(Plans.SOURCES) : "website", start));
        }
        return facts;
    }

    private static Contact more(Dice dice) {
        return new Contact(
                dice.oneIn(2) ? "Ada L." : null,
                dice.oneIn(3) ? dice.oneOf("ada@example.com", "ada@example.org") : null,
                dice.oneIn(3) ? phone(dice) : null,
                dice.oneIn(3) ? dice.oneOf(ADDRESSES) : null,
                null,
                dice.oneIn(4) ? dice.oneOf("de", "en") : null,
                dice.oneIn(3) ? dice.oneOf(ZONES) : null,
                dice.oneIn(4) ? country(dice) : null);
    }

    private static Lead lead(Dice dice, Contact contact, String source, Instant start) {
        return new Lead(
                ID,
                contact,
                new Origin(source, dice.oneIn(5) ? "Grace" : null, null),
                null,
                dice.oneIn(6) ? new Conversation(start, "said", null) : null,
                dice.oneIn(4) ? Map.of("industry", dice.oneOf("bakery", "dairy")) : Map.of(),
                dice.oneIn(3) ? BigDecimal.valueOf(dice.oneOf(1_000, 5_000, 20_000)) : null);
    }

    private static String phone(Dice dice) {
        return dice.oneOf("+49301234567", "+12125550123", "+97714123456", "+800123");
    }

    private static String country(Dice dice) {
        return dice.oneOf("DE", "US", "NP", "AU", "XX");
    }

    /** A lead that everything is known of, so that nothing depends on what is missing. */
    static Lead plain(Lead lead, @Nullable ZoneId zone) {
        return new Lead(
                lead.id(),
                new Contact("Ada", "ada@example.com", "+49301234567", ADDRESSES.getFirst(), null, null, zone, null),
                new Origin(lead.origin().source(), null, null),
                null,
                null,
                Map.of());
    }
}
