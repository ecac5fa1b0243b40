package dev.seventouch.mailer.template;

import java.util.Locale;
import java.util.Map;

/**
 * The house that sends.
 *
 * @param postalAddress in one line, shown in every mail to a lead (15 U.S.C. 7704(a)(5))
 * @param voices how its reps speak, by their email address in lower case
 */
public record Sender(String name, String address, String postalAddress, Map<String, Voice> voices) {

    public Sender {
        voices = Map.copyOf(voices);
    }

    /** A house whose reps all speak as its templates do. */
    public Sender(String name, String address, String postalAddress) {
        this(name, address, postalAddress, Map.of());
    }

    public Sender with(Map<String, Voice> others) {
        return new Sender(name, address, postalAddress, others);
    }

    Voice voiceOf(String email) {
        return voices.getOrDefault(email.toLowerCase(Locale.ROOT), Voice.UNKNOWN);
    }
}
