package dev.seventouch.mailer.template;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Made-up leads that a template is tried on before it is published: one of whom all is known, one of whom little is. */
public final class SampleTouches {

    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");
    private static final Rep OWNER = new Rep("Mara Lindqvist", "mara@nordlicht.example", "+49 40 5550142");

    private static final Voice VOICE = new Voice(
            "Solar consultant",
            List.of("Mara Lindqvist", "Solar consultant, Nordlicht Solar", "+49 40 5550142, until six"),
            words("Good day"),
            words("Warm regards"));

    private static final Rep NO_PHONE = new Rep("Mara Lindqvist", "mara@nordlicht.example", null);

    /** Where the sample's links lead. */
    public static final WaysOut WAYS = new WaysOut(
            URI.create("https://follow.nordlicht.example/u/sample"),
            URI.create("https://follow.nordlicht.example/r/sample"),
            URI.create("https://follow.nordlicht.example/p/sample"),
            URI.create("https://follow.nordlicht.example/y/sample"));

    private SampleTouches() {}

    /**
     * A model of which all is known, then one of which only the address is, to leads also one that nobody owns; then all that
     * lack one thing, or have no more than one.
     */
    static List<Map<String, Object>> models(Template template, Sender sender) {
        Map<String, Object> full = model(template, sender.with(Map.of(OWNER.email(), VOICE)), wellKnown());
        Sender plain = sender.with(Map.of());
        LibraryItem item = template.needsItem() ? item() : null;
        List<Map<String, Object>> bare = Stream.of(hardlyKnown(NO_PHONE), hardlyKnown(null))
                .filter(lead -> template.to() == Recipient.LEAD || lead.owner() != null)
                .map(lead -> model(template, plain, lead, item))
                .toList();
        return Stream.of(Stream.of(full), bare.stream(), Gaps.of(template, full, bare.getLast()).stream())
                .flatMap(models -> models)
                .toList();
    }

    /** With an item of the library. */
    public static Map<String, Object> model(Template template, Sender sender, Lead lead) {
        return model(template, sender, lead, item());
    }

    private static Map<String, Object> model(Template template, Sender sender, Lead lead, @Nullable LibraryItem item) {
        return TouchModel.of(
                due(template, lead),
                item,
                sender,
                template.language(),
                template.to() == Recipient.LEAD ? WAYS : null,
                NOON);
    }

    public static Lead wellKnown() {
        return new Lead(
                new LeadId("0123456789abcdefghijklmnop"),
                new Contact(
                        "Jonas Brandt",
                        "jonas.brandt@brandt-holz.example",
                        "+494055501777",
                        new PostalAddress("Werftstraße 12", "24143", "Kiel", "DE"),
                        "Brandt Holzbau",
                        "en",
                        ZoneId.of("Europe/Berlin"),
                        "DE"),
                new Origin("website", "Petra Stein", null),
                OWNER,
                new Conversation(
                        NOON.minus(Duration.ofDays(9)),
                        "The saw hall's roof is done in May; he wants panels on before the summer.",
                        "send two comparable projects, then a visit on the roof"),
                Map.of("interest", "solar roof with battery", "message", "What would 200 m² of roof bring us?"));
    }

    /** In each language that a template may be written in. */
    private static Map<String, String> words(String words) {
        return Stream.of(Locale.getISOLanguages()).collect(Collectors.toMap(language -> language, _ -> words));
    }

    private static Lead hardlyKnown(@Nullable Rep owner) {
        return new Lead(
                new LeadId("0123456789abcdefghijklmnop"),
                Contact.ofEmail("office@example.com"),
                new Origin("website", null, null),
                owner,
                null,
                Map.of());
    }

    private static LibraryItem item() {
        return new LibraryItem(
                "sample",
                "Grid fees fall for sites with a battery",
                "From 1 January, sites that can shift their load pay less for the grid.\n\n"
                        + "A hall of your size would save about as much as one monthly bill a year.",
                LibraryItem.Reason.LAW,
                "a rule that changes what a battery saves you",
                Set.of("law"),
                EnumSet.allOf(Channel.class),
                null,
                null,
                1,
                Map.of(),
                Map.of(LibraryItem.OTHERWISE, "A saw that starts while the sun shines costs nothing to start."));
    }

    private static TouchEvent.Due due(Template template, Lead lead) {
        Channel channel = switch (template.kind()) {
            case EMAIL, LAYOUT -> Channel.EMAIL;
            case LETTER -> Channel.LETTER;
            case CARD -> Channel.CARD;
        };
        return new TouchEvent.Due(
                TouchRef.of(lead.id(), EnrollmentId.of(lead.id(), "sample", 1), "sample", 1, channel, null),
                1,
                template.to(),
                Content.template(template.id()),
                "they asked",
                lead,
                NOON,
                NOON.plus(Duration.ofDays(3)));
    }
}
