package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Provenance;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.capture.Capture.Verdict;
import dev.seventouch.intake.lead.Checked;
import dev.seventouch.intake.lead.Details;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.Owners;
import dev.seventouch.intake.lead.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of submissions: each checked, identified, and folded over what is known and over those before it.
 *
 * @param defaultOwner who owns a lead that nobody was named for
 */
record Folding(LeadRules rules, Identity identity, @Nullable Rep defaultOwner) {

    /**
     * @param verdicts one for each submission, in its place
     * @param captured one for each lead of whom there is something to say: what came twice is said once
     */
    record Many(List<Verdict> verdicts, Map<LeadId, LeadEvent.Captured> captured) {
        static final Many NOTHING = new Many(List.of(), Map.of());

        /** Each of another lead, and an answer to no submission. */
        static Many of(List<LeadEvent.Captured> all) {
            Map<LeadId, LeadEvent.Captured> byLead = new LinkedHashMap<>();
            all.forEach(each -> byLead.put(each.lead().id(), each));
            return new Many(List.of(), byLead);
        }
    }

    /** A submission that was looked at. */
    record Read(Checked checked, Optional<LeadId> lead) {

        /** Of whoever is followed up as another lead, as that. */
        Read as(Map<LeadId, LeadId> others) {
            return new Read(checked, lead.map(each -> others.getOrDefault(each, each)));
        }
    }

    /** Those of {@code known} who are followed up as another lead. */
    static Map<LeadId, LeadId> moved(Map<LeadId, LeadEvent.Captured> known) {
        Map<LeadId, LeadId> moved = new HashMap<>();
        known.forEach((lead, captured) -> {
            LeadId other = captured.sameAs();
            if (other != null) {
                moved.put(lead, other);
            }
        });
        return moved;
    }

    List<Read> read(List<Submission> submissions) {
        return submissions.stream().map(this::read).toList();
    }

    /** Whose they are, each once. */
    static Set<LeadId> leadsOf(List<Read> read) {
        return read.stream().flatMap(each -> each.lead().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The same submissions at the same instant are the same captures.
     *
     * @param before what is known of their leads
     * @param by how they came in, such as {@code form}
     */
    Many fold(List<Read> read, Map<LeadId, LeadEvent.Captured> before, Way way, String by, Instant at) {
        Map<LeadId, LeadEvent.Captured> captured = new LinkedHashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Read each : read) {
            switch (each.checked()) {
                case Checked.Refused(var problems) -> verdicts.add(new Verdict.Refused(problems));
                case Checked.Usable(var details) -> {
                    LeadId lead = each.lead().orElseThrow();
                    LeadEvent.Captured older = captured.getOrDefault(lead, before.get(lead));
                    // Told again after a crash it is known already, from itself.
                    boolean isNew = !captured.containsKey(lead)
                            && (older == null || older.first().equals(at));
                    captured.put(lead, folded(details, lead, older, way, by, at));
                    verdicts.add(isNew ? new Verdict.New(lead) : new Verdict.Merged(lead));
                }
            }
        }
        // An entry that was sent again while its first time was under way, or after it broke off.
        captured.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        return new Many(verdicts, captured);
    }

    private Read read(Submission submission) {
        Checked checked = rules.check(submission);
        return switch (checked) {
            case Checked.Usable(var details) -> new Read(checked, Optional.of(identity.of(details.contact())));
            case Checked.Refused _ -> new Read(checked, Optional.empty());
        };
    }

    private LeadEvent.Captured folded(
            Details details, LeadId id, LeadEvent.@Nullable Captured older, Way way, String by, Instant at) {
        Boolean toConfirm = way.hasToConfirm(details, older) ? true : null;
        List<Provenance> came = List.of(new Provenance(details.origin().source(), by, at));
        Lead newer = details.of(id);
        Owners owners = details.owners();
        if (older == null) {
            return new LeadEvent.Captured(kept(owners.given(newer)), at, at, at, toConfirm, came, null);
        }
        // Something else may have been learned since.
        Instant now = older.at().isAfter(at) ? older.at().plusMillis(1) : at;
        // With all that is known: a rule must not take a lead away from its owner.
        Lead all = owners.given(withItsAddress(newer.foldedOver(older.lead()), older.lead()));
        LeadEvent.Captured captured =
                new LeadEvent.Captured(kept(all), now, older.first(), now, toConfirm, came, older.sameAs());
        return captured.with(captured.originsOver(older));
    }

    /** An address that was told to be another now is not taken back by a form, nor by a list that still has the former one. */
    private Lead withItsAddress(Lead all, Lead before) {
        String email = before.contact().email();
        return email == null || (isOf(before) && isOf(all)) ? all : all.withEmail(email);
    }

    /** Whether it is by its address that the lead is who it is. */
    private boolean isOf(Lead lead) {
        String email = lead.contact().email();
        return email != null
                && identity.ofEmail(email).filter(lead.id()::equals).isPresent();
    }

    /** Facts only, said at {@code now}: of no other capture than those that are known. */
    LeadEvent.Captured again(LeadEvent.Captured known, Lead lead, Instant now) {
        return new LeadEvent.Captured(
                kept(lead), now, known.first(), known.latest(), known.toConfirm(), known.origins(), known.sameAs());
    }

    /** As much as is kept of one lead, and with an owner. */
    private Lead kept(Lead lead) {
        Lead bounded = Bounds.on(lead);
        return bounded.owner() == null ? bounded.ownedBy(defaultOwner) : bounded;
    }
}
