package dev.seventouch.engine.stream;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.math.BigDecimal;
import java.time.ZoneId;

/** What is known of a lead, in the engine's own form. */
final class LeadBinary {

    private LeadBinary() {}

    static void write(BinaryOut out, LeadEvent.Captured captured) {
        write(out, captured.lead());
        out.instant(captured.at());
        out.instant(captured.first());
        out.instant(captured.latest());
        out.bit(captured.waitsForConfirmation());
    }

    static LeadEvent.Captured readCaptured(BinaryIn in) {
        return new LeadEvent.Captured(read(in), in.instant(), in.instant(), in.instant(), in.bit() ? true : null);
    }

    static void write(BinaryOut out, Lead lead) {
        out.text(lead.id().value());
        write(out, lead.contact());
        write(out, lead.origin());
        out.maybe(lead.owner(), owner -> {
            out.text(owner.name());
            out.text(owner.email());
            out.maybe(owner.phone(), out::text);
        });
        out.maybe(lead.lastConversation(), conversation -> {
            out.instant(conversation.at());
            out.maybe(conversation.said(), out::text);
            out.maybe(conversation.agreed(), out::text);
        });
        out.pairs(lead.attributes(), out::text, out::text);
        out.maybe(lead.value(), value -> out.text(value.toPlainString()));
    }

    static Lead read(BinaryIn in) {
        return new Lead(
                new LeadId(in.text()),
                readContact(in),
                readOrigin(in),
                in.maybe(() -> new Rep(in.text(), in.text(), in.maybe(in::text))),
                in.maybe(() -> new Conversation(in.instant(), in.maybe(in::text), in.maybe(in::text))),
                in.pairs(in::text, in::text),
                in.maybe(() -> new BigDecimal(in.text())));
    }

    private static void write(BinaryOut out, Contact contact) {
        out.maybe(contact.name(), out::text);
        out.maybe(contact.email(), out::text);
        out.maybe(contact.phone(), out::text);
        out.maybe(contact.address(), address -> {
            out.maybe(address.street(), out::text);
            out.maybe(address.postalCode(), out::text);
            out.maybe(address.city(), out::text);
            out.maybe(address.country(), out::text);
        });
        out.maybe(contact.company(), out::text);
        out.maybe(contact.language(), out::text);
        out.maybe(contact.zone(), zone -> out.text(zone.getId()));
        out.maybe(contact.country(), out::text);
    }

    private static Contact readContact(BinaryIn in) {
        return new Contact(
                in.maybe(in::text),
                in.maybe(in::text),
                in.maybe(in::text),
                in.maybe(() -> new PostalAddress(
                        in.maybe(in::text), in.maybe(in::text), in.maybe(in::text), in.maybe(in::text))),
                in.maybe(in::text),
                in.maybe(in::text),
                in.maybe(() -> ZoneId.of(in.text())),
                in.maybe(in::text));
    }

    private static void write(BinaryOut out, Origin origin) {
        out.text(origin.source());
        out.maybe(origin.referrer(), out::text);
        out.maybe(origin.consent(), consent -> {
            out.text(consent.wording());
            out.instant(consent.at());
            out.maybe(consent.source(), out::text);
            out.maybe(consent.ip(), out::text);
        });
    }

    private static Origin readOrigin(BinaryIn in) {
        return new Origin(
                in.text(),
                in.maybe(in::text),
                in.maybe(() -> new Consent(in.text(), in.instant(), in.maybe(in::text), in.maybe(in::text))));
    }
}
