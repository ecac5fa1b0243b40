package dev.seventouch.intake.signal;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.lead.Checked;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import dev.seventouch.service.web.NotFound;
import java.util.Map;
import java.util.Set;

/** Takes in that a lead is reached at another address: the person stays one lead, whichever address it is named by. */
public record Moves(
        LeadView known, Capture capture, LeadRules rules, Identity identity, Ledger ledger, Signals signals) {
    /** The field that names it. */
    public static final String FORMER = "formerEmail";

    /**
     * The same again changes nothing.
     *
     * @param told any id of the person
     * @return the lead as which the person is followed up
     * @throws BadRequest if {@code email} is no address
     * @throws NotFound if the lead is not known
     * @throws dev.seventouch.intake.capture.ViewUnreachable if what is known can't be asked; nothing is done then
     * @throws dev.seventouch.intake.suppression.LedgerUnreachable if it is not certain that stops hold for both; it must be told again
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that it was kept; it must be told again
     */
    public LeadId move(LeadId told, String email) {
        String address = address("email", email);
        LeadView.Person person = known.person(told);
        if (person.known().isEmpty()) {
            throw new NotFound("No lead has this id; capture it first.");
        }
        LeadId lead = person.lead();
        LeadId other = known.person(identity.ofEmail(address).orElseThrow()).lead();
        if (!other.equals(lead)) {
            // Before anything is said: whoever said stop under one address must not be followed up under the other.
            ledger.link(lead, other);
        }
        capture.move(lead, other, address, address);
        sayStopped(lead);
        return lead;
    }

    /**
     * Takes in that a lead that is about to be captured at {@code email} was reached at {@code former} before.
     *
     * @return whether somebody was known by that: who that was is followed up at {@code email} now
     * @throws BadRequest if either is no address
     */
    public boolean wasKnown(String former, String email) {
        LeadView.Person person = known.person(idOf(former));
        boolean wasKnown = person.known().isPresent();
        if (wasKnown) {
            move(person.lead(), email);
        }
        return wasKnown;
    }

    /**
     * Takes in that a lead was reached at {@code former} before, where nobody was known by that: what was forbidden of it holds,
     * and whatever comes under it is the lead's.
     */
    public void remember(LeadId lead, String former) {
        LeadId other = known.person(idOf(former)).lead();
        String email = known.find(lead)
                .map(captured -> captured.lead().contact().email())
                .orElse(null);
        if (email != null && !other.equals(lead)) {
            ledger.link(lead, other);
            capture.move(lead, other, email, address(FORMER, former));
            sayStopped(lead);
        }
    }

    private LeadId idOf(String former) {
        return identity.ofEmail(address(FORMER, former)).orElseThrow();
    }

    private void sayStopped(LeadId lead) {
        Set<Medium> forbidden = ledger.of(lead).since().keySet();
        if (!forbidden.isEmpty()) {
            signals.sayStopped(lead, forbidden);
        }
    }

    /** By the rules by which a lead is captured. */
    private String address(String field, String email) {
        Submission alone = new Submission(Map.of(Field.EMAIL, email), "api", null, null, Map.of());
        return switch (rules.check(alone)) {
            case Checked.Usable(var details) -> requireNonNull(details.contact().email());
            case Checked.Refused(var problems) ->
                throw new BadRequest(problems.stream()
                        .map(problem -> new FieldProblem(field, problem.message()))
                        .toList());
        };
    }
}
