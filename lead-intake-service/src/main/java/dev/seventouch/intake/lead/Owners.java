package dev.seventouch.intake.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Who follows leads up that nobody owns: each lead has one of the candidates whose territory it is in, else one of those
 * without a territory, else nobody. Which of several is decided by the lead's id alone, evenly: each process, and each
 * retry, says the same.
 */
public record Owners(List<Candidate> candidates) {
    public static final Owners NONE = new Owners(List.of());

    public Owners {
        candidates = List.copyOf(candidates);
    }

    /** @param territory null for leads of anywhere */
    public record Candidate(Rep rep, @Nullable Territory territory) {}

    /**
     * Where leads have to be.
     *
     * @param countries ISO 3166-1 alpha-2; none means any
     * @param postalCodes how a postal code has to begin, as {@link #beginning} has it; none means any
     */
    public record Territory(Set<String> countries, Set<String> postalCodes) {
        /** Which country it is, before a postal code: {@code D-10115}, {@code LV-1010}. */
        private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,3}-(?=[0-9])");

        private static final Pattern BEGINNING = Pattern.compile("[A-Z0-9-]{1,12}");

        public Territory {
            countries = Set.copyOf(countries);
            postalCodes = Set.copyOf(postalCodes);
        }

        /** ISO 3166-1 alpha-2 of a country, given as such or by its name; nothing if it is none. */
        public static Optional<String> country(String named) {
            return switch (Places.country(named)) {
                case Reading.Good<String>(var code) -> Optional.of(code);
                case Reading.Bad<String> _ -> Optional.empty();
            };
        }

        /** The beginning of a postal code, in one form; nothing if no postal code begins so. */
        public static Optional<String> beginning(String written) {
            return Optional.of(plain(written))
                    .filter(text -> BEGINNING.matcher(text).matches());
        }

        boolean holds(Lead lead) {
            PostalAddress address = lead.contact().address();
            String country = lead.contact().country();
            if (country == null && address != null) {
                country = address.country();
            }
            String code = address == null ? null : address.postalCode();
            return (countries.isEmpty() || (country != null && countries.contains(country)))
                    && (postalCodes.isEmpty() || (code != null && beginsWithOne(plain(code), postalCodes)));
        }

        private static boolean beginsWithOne(String code, Collection<String> beginnings) {
            return beginnings.stream().anyMatch(code::startsWith);
        }

        private static String plain(String code) {
            String text = code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            return COUNTRY.matcher(text).replaceFirst("");
        }
    }

    /** {@code lead} with an owner, if there is one for it; one that it has already stays. */
    public Lead given(Lead lead) {
        return lead.owner() != null ? lead : choose(lead).map(lead::ownedBy).orElse(lead);
    }

    private Optional<Rep> choose(Lead lead) {
        List<Candidate> fitting = candidates.stream()
                .filter(each -> each.territory() != null && each.territory().holds(lead))
                .toList();
        if (fitting.isEmpty()) {
            fitting =
                    candidates.stream().filter(each -> each.territory() == null).toList();
        }
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(fitting.get(turn(lead.id(), fitting.size())).rep());
    }

    /** A checksum of all of the id: its last character alone has only some of the values that it could have. */
    private static int turn(LeadId lead, int of) {
        CRC32 checksum = new CRC32();
        checksum.update(lead.value().getBytes(UTF_8));
        return (int) (checksum.getValue() % of);
    }
}
