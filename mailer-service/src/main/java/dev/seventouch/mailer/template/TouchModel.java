package dev.seventouch.mailer.template;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a template may speak of: {@code lead}, {@code owner}, {@code item}, {@code reason}, {@code links},
 * {@code sender}, {@code lastConversation} and {@code today}. What is not known is not there.
 */
public final class TouchModel {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** What each of the model's parts may hold. A lead's attributes have names of their own. */
    static final Map<String, Set<String>> NAMES = Map.of(
            "lead",
                    new TreeSet<>(Set.of(
                            "name",
                            "firstName",
                            "company",
                            "email",
                            "phone",
                            "address",
                            "envelope",
                            "envelopeIsLong",
                            "city",
                            "referrer",
                            "source",
                            "attributes")),
            "owner",
                    new TreeSet<>(
                            Set.of("name", "firstName", "email", "phone", "title", "signature", "greeting", "closing")),
            "item", new TreeSet<>(Set.of("id", "subject", "body", "paragraphs", "reason", "kind", "fact")),
            "links", new TreeSet<>(Set.of("unsubscribe", "readyToBuy", "preferences", "confirm")),
            "sender", new TreeSet<>(Set.of("name", "address", "postalAddress")),
            "lastConversation", new TreeSet<>(Set.of("on", "said", "agreed")));

    /** Those that are there wherever their part is; any other may be missing, by itself or with its part. */
    static final Set<String> SURE = Set.of(
            "lead.envelope",
            "lead.envelopeIsLong",
            "lead.source",
            "lead.attributes",
            "owner.name",
            "owner.email",
            "owner.signature",
            "lastConversation.on");

    /** Not for authors: which frame a letter gets. */
    static final String PAPER = "paper";

    private static final int MOST_ATTRIBUTES = 100;

    private TouchModel() {}

    /**
     * @param item the library item that fills the template, if the touch brings one
     * @param language of the template, as a tag: the owner may have words of its own in it
     * @param ways the links by which the lead answers; null when it goes to the owner
     * @param now told as a day in the lead's zone, else in UTC
     */
    public static Map<String, Object> of(
            TouchEvent.Due due,
            @Nullable LibraryItem item,
            Sender sender,
            String language,
            @Nullable WaysOut ways,
            Instant now) {
        Lead lead = due.lead();
        ZoneId zone =
                lead.contact().zone() == null ? ZoneOffset.UTC : lead.contact().zone();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("lead", lead(lead, due.to()));
        put(model, "owner", owner(lead.owner(), sender, language));
        put(model, "item", item(item, lead));
        model.put("reason", due.reason());
        put(model, "links", links(ways));
        model.put(
                "sender",
                Map.of("name", sender.name(), "address", sender.address(), "postalAddress", sender.postalAddress()));
        put(model, "lastConversation", conversation(lead.lastConversation(), zone, due.to()));
        model.put(PAPER, Paper.of(lead.contact()));
        model.put("today", DAY.format(now.atZone(zone)));
        return model;
    }

    private static Map<String, Object> lead(Lead lead, Recipient to) {
        // A rep sees what was typed; a lead sees only what is decent to show to whoever has this address.
        UnaryOperator<@Nullable String> shown = to == Recipient.OWNER ? UnaryOperator.identity() : Decency::shown;
        Contact contact = lead.contact();
        Map<String, Object> words = new LinkedHashMap<>();
        put(words, "name", shown.apply(contact.name()));
        put(words, "firstName", Decency.firstName(contact.name()));
        put(words, "company", shown.apply(contact.company()));
        put(words, "email", contact.email());
        put(words, "phone", contact.phone());
        put(words, "address", address(contact.address(), shown));
        List<String> envelope = AddressLines.envelope(contact);
        words.put("envelope", envelope);
        words.put("envelopeIsLong", AddressLines.areMany(envelope));
        put(
                words,
                "city",
                contact.address() == null ? null : shown.apply(contact.address().city()));
        put(words, "referrer", shown.apply(lead.origin().referrer()));
        words.put("source", lead.origin().source());
        Map<String, Object> attributes = new LinkedHashMap<>();
        lead.attributes().entrySet().stream()
                .limit(MOST_ATTRIBUTES)
                .forEach(fact -> put(attributes, fact.getKey(), shown.apply(fact.getValue())));
        words.put("attributes", attributes);
        return words;
    }

    private static @Nullable List<String> address(
            @Nullable PostalAddress address, UnaryOperator<@Nullable String> shown) {
        return address == null
                ? null
                : AddressLines.of(address).stream()
                        .map(shown)
                        .filter(line -> line != null)
                        .toList();
    }

    private static @Nullable Map<String, Object> owner(@Nullable Rep owner, Sender sender, String language) {
        if (owner == null) {
            return null;
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", owner.name());
        put(words, "firstName", Decency.firstName(owner.name()));
        words.put("email", owner.email());
        put(words, "phone", owner.phone());
        Voice voice = sender.voiceOf(owner.email());
        put(words, "title", voice.title());
        words.put("signature", voice.signature().isEmpty() ? usualSignature(owner, voice, sender) : voice.signature());
        put(words, "greeting", voice.greeting(language));
        put(words, "closing", voice.closing(language));
        return words;
    }

    private static List<String> usualSignature(Rep owner, Voice voice, Sender sender) {
        String house = owner.phone() == null ? sender.name() : sender.name() + " · " + owner.phone();
        return Stream.of(owner.name(), voice.title(), house)
                .filter(line -> line != null)
                .toList();
    }

    private static @Nullable Map<String, Object> item(@Nullable LibraryItem item, Lead lead) {
        if (item == null) {
            return null;
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", item.id());
        words.put("subject", item.subject());
        words.put("body", item.body().strip());
        words.put("paragraphs", paragraphs(item.body()));
        words.put("reason", item.reason());
        words.put("kind", item.kind().name().toLowerCase(Locale.ROOT));
        put(words, "fact", item.factFor(lead.attributes().get("industry")).orElse(null));
        return words;
    }

    private static List<String> paragraphs(String body) {
        return Arrays.stream(body.strip().split("\\R\\s*\\R", -1))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static @Nullable Map<String, Object> links(@Nullable WaysOut ways) {
        return ways == null
                ? null
                : Map.of(
                        "unsubscribe", ways.unsubscribe().toString(),
                        "readyToBuy", ways.readyToBuy().toString(),
                        "preferences", ways.preferences().toString(),
                        "confirm", ways.confirm().toString());
    }

    private static @Nullable Map<String, Object> conversation(@Nullable Conversation last, ZoneId zone, Recipient to) {
        if (last == null) {
            return null;
        }
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("on", DAY.format(last.at().atZone(zone)));
        // What was said is the rep's own note; what was agreed is known to both.
        put(words, "said", to == Recipient.OWNER ? last.said() : null);
        put(words, "agreed", last.agreed());
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
