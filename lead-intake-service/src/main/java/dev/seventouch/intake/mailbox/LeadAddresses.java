package dev.seventouch.intake.mailbox;

import dev.seventouch.intake.lead.Agreement;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Owners;
import dev.seventouch.intake.lead.Submission;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses at which strangers become leads by writing to them.
 *
 * @param sources what such a lead comes from, by address in lower case
 * @param own who is no lead: addresses, and domains with an at sign in front, in lower case
 * @param confirm whether they have to confirm before anything else goes out: anybody can write any address into From
 */
public record LeadAddresses(Map<String, String> sources, Set<String> own, boolean confirm) {
    public static final LeadAddresses NONE = new LeadAddresses(Map.of(), Set.of(), false);

    private static final int LONGEST_NOTES = 4000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,255}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** The first of RFC 3282's Content-Language. */
    private static final Pattern LANGUAGE = Pattern.compile("^\\s*([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)\\b");

    public LeadAddresses {
        sources = Map.copyOf(sources);
        own = Set.copyOf(own);
    }

    /**
     * @param setting such as {@code sales@example.com=website-mail,fair@example.com=trade-fair}; empty for none
     * @param own addresses and domains such as {@code @example.com}, by comma
     * @throws IllegalArgumentException if it can't be read, naming the part
     */
    public static LeadAddresses read(String setting, String own, boolean confirm) {
        Map<String, String> sources = new LinkedHashMap<>();
        parts(setting).forEach(part -> {
            int equals = part.lastIndexOf('=');
            String address = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String source = part.substring(equals + 1).strip();
            if (!ADDRESS.matcher(address).matches() || !SOURCE.matcher(source).matches()) {
                throw new IllegalArgumentException("\"" + part + "\" is not like sales@example.com=website-mail");
            }
            sources.put(address, source);
        });
        Set<String> ours = new TreeSet<>(sources.keySet());
        parts(own).map(part -> part.toLowerCase(Locale.ROOT)).forEach(part -> {
            if (!ADDRESS.matcher(part.startsWith("@") ? "x" + part : part).matches()) {
                throw new IllegalArgumentException(
                        "\"" + part + "\" is neither an address nor a domain like @example.com");
            }
            ours.add(part);
        });
        return new LeadAddresses(sources, ours, confirm);
    }

    private static Stream<String> parts(String setting) {
        return Stream.of(setting.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** The address of ours that a mail of a stranger was written to; nothing if it makes nobody a lead. */
    Optional<String> asked(IncomingMail mail) {
        String from = mail.from();
        return from == null || isOwn(from.toLowerCase(Locale.ROOT)) || isOfAList(mail)
                ? Optional.empty()
                : Classifier.recipients(mail)
                        .flatMap(header ->
                                ADDRESS.matcher(header.toLowerCase(Locale.ROOT)).results())
                        .map(found -> found.group())
                        .filter(sources::containsKey)
                        .findFirst();
    }

    private boolean isOwn(String from) {
        return own.contains(from) || own.contains(from.substring(Math.max(0, from.lastIndexOf('@'))));
    }

    /** RFC 2369 and 2919, and what came before them. */
    private static boolean isOfAList(IncomingMail mail) {
        return Stream.of("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List")
                        .anyMatch(name -> mail.header(name).isPresent())
                || mail.header("Precedence").filter("list"::equalsIgnoreCase).isPresent();
    }

    /**
     * What the mail tells of whoever wrote it.
     *
     * @param to the address that it was written to
     * @param plain turns words into plain text of so many characters
     * @param whole whether name and language are told as well
     */
    Submission submission(IncomingMail mail, String to, Instant at, Plain plain, boolean whole) {
        String source = sources.getOrDefault(to, "mail");
        String subject = plain.cut(mail.subject(), LONGEST_SUBJECT).replaceAll("\\s+", " ");
        String text = plain.cut(mail.text().replace("\r\n", "\n"), LONGEST_NOTES);
        Map<Field, String> values = new EnumMap<>(Field.class);
        put(values, Field.EMAIL, mail.from());
        put(values, Field.NOTES, text.isBlank() ? subject : text);
        if (whole) {
            String name = mail.name();
            put(
                    values,
                    Field.NAME,
                    name == null ? null : plain.cut(name, LONGEST_NAME).replaceAll("\\s+", " "));
            put(values, Field.LANGUAGE, language(mail));
        }
        return new Submission(
                values,
                source,
                null,
                // It is what it is: nobody was asked, and no address in the net stands behind it.
                new Agreement(
                        "They wrote to " + to + " by themselves; nothing else was agreed.",
                        "contract",
                        null,
                        null,
                        source,
                        null,
                        at),
                subject.isBlank() ? Map.of() : Map.of("subject", subject),
                confirm,
                Owners.NONE);
    }

    private static @Nullable String language(IncomingMail mail) {
        Matcher told = LANGUAGE.matcher(mail.header("Content-Language").orElse(""));
        return told.find() ? told.group(1) : null;
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }

    /** Makes plain text of words. */
    @FunctionalInterface
    interface Plain {
        String cut(String words, int most);
    }
}
