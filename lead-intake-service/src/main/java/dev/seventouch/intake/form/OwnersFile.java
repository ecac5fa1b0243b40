package dev.seventouch.intake.form;

import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.Owners;
import dev.seventouch.intake.lead.Owners.Candidate;
import dev.seventouch.intake.lead.Owners.Territory;
import dev.seventouch.intake.lead.Submission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who follows the leads of a form up. */
final class OwnersFile {
    private static final int MOST_OWNERS = 50;
    private static final int MOST_PLACES = 1000;

    /** A declaration says nothing of where a number without a country code is dialled. */
    private static final LeadRules RULES = new LeadRules("ZZ");

    private OwnersFile() {}

    /** @throws BrokenForm naming the owner, counted from 1, and what is wrong */
    static Owners read(FormKeys form) {
        List<FormKeys> owners =
                form.mappings("owners", MOST_OWNERS, "must be a list, such as [{ name: Ada, email: ada@example.com }]");
        if (form.has("owners") && owners.isEmpty()) {
            throw form.broken("owners", "names nobody; leave it out");
        }
        return new Owners(owners.stream().map(OwnersFile::candidate).toList());
    }

    private static Candidate candidate(FormKeys owner) {
        owner.only("name", "email", "phone", "for");
        Submission.Owner named = new Submission.Owner(owner.text("name"), owner.text("email"), owner.text("phone"));
        return new Candidate(
                RULES.rep(named, problem -> {
                            throw owner.broken(problem.field(), problem.message());
                        })
                        .orElseThrow(),
                territory(owner));
    }

    private static @Nullable Territory territory(FormKeys owner) {
        FormKeys territory = owner.mapping("for", "needs the key country, postal-code, or both");
        if (territory == null) {
            return null;
        }
        territory.only("country", "postal-code");
        Set<String> countries = new HashSet<>();
        for (String named : territory.texts("country", MOST_PLACES, "must be a list, such as [DE, AT]")) {
            countries.add(Territory.country(named)
                    .orElseThrow(() ->
                            territory.broken("country", "names what is no country; use two letters of ISO 3166")));
        }
        Set<String> beginnings = new HashSet<>();
        String cure = "must be a list of how postal codes begin, in quotes, such as [\"10\", \"2\"]";
        for (String written : territory.texts("postal-code", MOST_PLACES, cure)) {
            beginnings.add(Territory.beginning(written).orElseThrow(() -> territory.broken("postal-code", cure)));
        }
        if (countries.isEmpty() && beginnings.isEmpty()) {
            throw owner.broken(
                    "for", "needs the key country, postal-code, or both; leave it out for leads of anywhere");
        }
        return new Territory(countries, beginnings);
    }
}
