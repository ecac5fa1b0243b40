package dev.seventouch.events.wire;

import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.cadence.Enrolled;
import dev.seventouch.events.form.FormEvent;
import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Provenance;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.library.LibraryEvent;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One sample of every event. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-11-02T08:30:00.123Z");
    private static final LeadId LEAD = new LeadId("0123456789abcdefghijklmnop");
    private static final EnrollmentId ENROLLMENT = EnrollmentId.of(LEAD, "website-enquiry", 1);
    private static final TouchRef TOUCH =
            TouchRef.of(LEAD, ENROLLMENT, "welcome", 1, Channel.EMAIL, "template:welcome");
    private static final Lead ADA = new Lead(
            LEAD,
            new Contact(
                    "Ada Löwe",
                    "ada@example.com",
                    "+493012345678",
                    new PostalAddress("Weg 1", "10115", "Berlin", "DE"),
                    "Löwe GmbH",
                    "de",
                    ZoneId.of("Europe/Berlin"),
                    "DE"),
            new Origin("website", "Karl Bär", new Consent("I want to be contacted", AT, "website", "192.0.2.7")),
            new Rep("Mara Lindqvist", "mara@example.com", "+493087654321"),
            new Conversation(AT, "roof is from 2009", "a visit in May"),
            Map.of("roof", "flat"));
    private static final Lead LITTLE_KNOWN =
            new Lead(LEAD, Contact.ofEmail("ada@example.com"), new Origin("api", null, null), null, null, Map.of());

    private static final Lead WORTHY = new Lead(
            LEAD,
            ADA.contact(),
            ADA.origin(),
            ADA.owner(),
            ADA.lastConversation(),
            ADA.attributes(),
            new BigDecimal("25000.50"));

    static final List<Class<?>> FAMILIES = List.of(
            LeadEvent.class,
            Signal.class,
            TouchEvent.class,
            TouchOutcome.class,
            ScheduleEvent.class,
            CadenceEvent.class,
            LibraryEvent.class,
            TemplateEvent.class,
            FormEvent.class);

    static final List<Sample<?>> ALL = List.of(
            of(Topics.LEADS, "captured-with-instants", new LeadEvent.Captured(LITTLE_KNOWN, AT)),
            of(
                    Topics.LEADS,
                    "captured-again",
                    new LeadEvent.Captured(WORTHY, AT, AT.minusSeconds(86_400), AT.minusSeconds(3_600), true)),
            of(
                    Topics.LEADS,
                    "captured-with-proof",
                    new LeadEvent.Captured(
                            new Lead(
                                    LEAD,
                                    Contact.ofEmail("ada@example.com"),
                                    new Origin(
                                            "website",
                                            null,
                                            new Consent(
                                                    "I want to be contacted",
                                                    AT,
                                                    "website",
                                                    "192.0.2.7",
                                                    Consent.Basis.CONSENT,
                                                    "2026-11",
                                                    new Consent.Confirmation(
                                                            AT.plusSeconds(60),
                                                            "192.0.2.8",
                                                            TOUCH.id().value()))),
                                    null,
                                    null,
                                    Map.of()),
                            AT)),
            of(
                    Topics.LEADS,
                    "captured-with-origins",
                    new LeadEvent.Captured(
                            LITTLE_KNOWN,
                            AT,
                            AT.minusSeconds(86_400),
                            AT,
                            null,
                            List.of(
                                    new Provenance("website", "form", AT.minusSeconds(86_400)),
                                    new Provenance("fair", null, AT.minusSeconds(60)),
                                    new Provenance("api", "api", AT)),
                            null)),
            of(
                    Topics.LEADS,
                    "captured-same-as",
                    new LeadEvent.Captured(LITTLE_KNOWN, AT).sameAs(new LeadId("a".repeat(26)))),
            of(Topics.SIGNALS, "unsubscribed", Signal.Unsubscribed.fromAll(LEAD, TOUCH.id(), AT)),
            of(
                    Topics.SIGNALS,
                    "unsubscribed-from-phone",
                    new Signal.Unsubscribed(LEAD, Set.of(Medium.PHONE), null, AT)),
            of(Topics.SIGNALS, "ready-to-buy", new Signal.ReadyToBuy(LEAD, TOUCH.id(), AT)),
            of(
                    Topics.SIGNALS,
                    "ready-to-buy-call-at",
                    new Signal.ReadyToBuy(LEAD, null, LocalDateTime.of(2026, 11, 4, 15, 30), AT)),
            of(Topics.SIGNALS, "confirmed", new Signal.Confirmed(LEAD, AT)),
            of(Topics.SIGNALS, "replied", new Signal.Replied(LEAD, TOUCH.id(), AT)),
            of(Topics.SIGNALS, "auto-replied", new Signal.AutoReplied(LEAD, TOUCH.id(), AT)),
            of(Topics.SIGNALS, "bounced", new Signal.Bounced(LEAD, Medium.EMAIL, true, "5.1.1", TOUCH.id(), AT)),
            of(Topics.SIGNALS, "complained", new Signal.Complained(LEAD, TOUCH.id(), AT)),
            of(Topics.SIGNALS, "opened-by-person", new Signal.Opened(LEAD, TOUCH.id(), AT)),
            of(
                    Topics.SIGNALS,
                    "clicked-by-scanner",
                    new Signal.Clicked(LEAD, TOUCH.id(), "https://example.com/a", Signal.Visitor.SCANNER, AT)),
            of(
                    Topics.SIGNALS,
                    "conversed",
                    new Signal.Conversed(LEAD, new Signal.AgreedStep(Channel.VISIT, AT.plusSeconds(86_400)), AT)),
            of(Topics.SIGNALS, "paused", new Signal.Paused(LEAD, AT.plusSeconds(86_400), AT)),
            of(Topics.SIGNALS, "resumed", new Signal.Resumed(LEAD, AT)),
            of(Topics.SIGNALS, "converted", new Signal.Converted(LEAD, AT)),
            of(
                    Topics.SIGNALS,
                    "preferred",
                    new Signal.Preferred(LEAD, true, Set.of(Medium.EMAIL), Set.of("market"), AT)),
            of(
                    Topics.FIRST_TOUCHES,
                    "due",
                    new TouchEvent.Due(
                            TOUCH,
                            1,
                            Recipient.LEAD,
                            Content.template("welcome"),
                            "they asked",
                            ADA,
                            AT,
                            AT.plusSeconds(345_600))),
            of(
                    Topics.TOUCHES,
                    "due",
                    new TouchEvent.Due(
                            TouchRef.of(LEAD, ENROLLMENT, "first-year", 2, Channel.EMAIL, "item:permits"),
                            2,
                            Recipient.LEAD,
                            Content.item("library-item", "permits"),
                            "the rules have changed",
                            ADA,
                            AT,
                            AT.plusSeconds(3_600))),
            of(
                    Topics.TOUCHES,
                    "due-to-the-owner",
                    new TouchEvent.Due(
                            TouchRef.of(LEAD, ENROLLMENT, "intro-call", 1, Channel.CALL, null),
                            1,
                            Recipient.OWNER,
                            Content.say("Ask what prompted it", 5),
                            "they asked",
                            ADA,
                            AT,
                            AT.plusSeconds(3_600))),
            of(
                    Topics.OUTCOMES,
                    "handed-over-as-planned",
                    new TouchOutcome.HandedOver(
                            TouchRef.of(
                                    LEAD,
                                    ENROLLMENT,
                                    "useful-1",
                                    1,
                                    Channel.EMAIL,
                                    "item:permits",
                                    3,
                                    AT.minusMillis(5)),
                            "250 2.0.0 ok",
                            AT)),
            of(Topics.OUTCOMES, "handed-over", new TouchOutcome.HandedOver(TOUCH, "250 2.0.0 ok", AT)),
            of(Topics.OUTCOMES, "deferred", new TouchOutcome.Deferred(TOUCH, AT.plusSeconds(1_800), "451 4.7.1", AT)),
            of(Topics.OUTCOMES, "failed", new TouchOutcome.Failed(TOUCH, Fault.LEAD, "550 5.1.1", AT)),
            of(
                    Topics.OUTCOMES,
                    "failed-for-now",
                    new TouchOutcome.Failed(TOUCH, Fault.MAILBOX, "552 5.2.2 mailbox full", AT)),
            of(Topics.OUTCOMES, "skipped", new TouchOutcome.Skipped(TOUCH, "the lead said stop", AT)),
            of(Topics.OUTCOMES, "completed", new TouchOutcome.Completed(TOUCH, "Mara", "reached", AT)),
            of(
                    Topics.SCHEDULE,
                    "planned",
                    new ScheduleEvent.Planned(LEAD, TOUCH, AT.plusSeconds(86_400), "as planned", null, AT)),
            of(
                    Topics.SCHEDULE,
                    "planned-until-dry",
                    new ScheduleEvent.Planned(
                            LEAD,
                            TouchRef.of(LEAD, ENROLLMENT, "later", 4, Channel.EMAIL, null, 3, AT.plusSeconds(86_400)),
                            AT.plusSeconds(86_400),
                            "off holidays",
                            AT.plusSeconds(8_640_000),
                            AT)),
            of(Topics.SCHEDULE, "ended", new ScheduleEvent.Ended(LEAD, "stopped", AT)),
            of(
                    Topics.CADENCES,
                    "published",
                    new CadenceEvent.Published("website-enquiry", 3, "id: website-enquiry\n", null, AT)),
            of(
                    Topics.CADENCES,
                    "published-to-migrate",
                    new CadenceEvent.Published("website-enquiry", 4, "id: website-enquiry\n", Enrolled.MIGRATE, AT)),
            of(
                    Topics.LIBRARY,
                    "published",
                    new LibraryEvent.Published(
                            new LibraryItem(
                                    "permits",
                                    "Which permits you need",
                                    "None.\n\nBut three registrations.",
                                    LibraryItem.Reason.LAW,
                                    "the rules have changed",
                                    Set.of("law"),
                                    Set.of(Channel.EMAIL),
                                    LocalDate.parse("2026-11-01"),
                                    LocalDate.parse("2027-03-31"),
                                    8,
                                    Map.of()),
                            AT)),
            of(
                    Topics.LIBRARY,
                    "published-for-some",
                    new LibraryEvent.Published(
                            new LibraryItem(
                                    "bakeries",
                                    "What a bakery saves",
                                    "Ovens run before the sun rises.",
                                    LibraryItem.Reason.MARKET,
                                    "bakeries pay by the peak",
                                    Set.of("market"),
                                    Set.of(Channel.EMAIL),
                                    null,
                                    null,
                                    5,
                                    Map.of("industry", Set.of("bakery"))),
                            AT)),
            of(
                    Topics.LIBRARY,
                    "published-with-facts",
                    new LibraryEvent.Published(
                            new LibraryItem(
                                    "batteries",
                                    "What a battery saves",
                                    "It depends.",
                                    LibraryItem.Reason.PRODUCT,
                                    "one figure decides",
                                    Set.of(),
                                    Set.of(Channel.EMAIL),
                                    null,
                                    null,
                                    5,
                                    Map.of(),
                                    Map.of("bakery", "Ovens run before the sun rises.")),
                            AT)),
            of(
                    Topics.TEMPLATES,
                    "published",
                    new TemplateEvent.Published("welcome", 2, "---\nsubject: Hello\n---\nHello", AT)),
            of(
                    Topics.TEMPLATES,
                    "published-by-hand",
                    new TemplateEvent.Published("welcome", 3, "---\nsubject: Hello\n---\nGood day", AT, true)),
            of(Topics.FORMS, "published", new FormEvent.Published("website", "id: website\nsource: website\n", AT)));

    private Samples() {}

    private static <V> Sample<V> of(Topic<V> topic, String name, V event) {
        return new Sample<>(topic, name, event);
    }

    record Sample<V>(Topic<V> topic, String name, V event) {
        Path file() {
            return Path.of(topic.name(), name + ".json");
        }

        @Override
        public String toString() {
            return topic + " " + name;
        }
    }
}
