package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of each lead. It follows the log and can be rebuilt from it. */
public interface LeadView {

    /** @throws ViewUnreachable if the store can't be asked */
    Optional<Captured> find(LeadId lead);

    /**
     * Who somebody is.
     *
     * @param lead as which the person is followed up
     * @param known nothing for whoever is not known
     */
    record Person(LeadId lead, Optional<Captured> known) {}

    /**
     * The person whose id {@code lead} is: that lead, unless its address has changed.
     *
     * @throws ViewUnreachable if the store can't be asked
     */
    default Person person(LeadId lead) {
        LeadId person = lead;
        Optional<Captured> known = find(person);
        for (int i = 0; i < MOST_MOVES && known.map(Captured::sameAs).isPresent(); i++) {
            person = known.map(Captured::sameAs).orElseThrow();
            known = find(person);
        }
        return new Person(person, known);
    }

    /** From one address to the next: more than anybody has had. */
    int MOST_MOVES = 100;

    /**
     * Those of {@code leads} that are known.
     *
     * @throws ViewUnreachable if the store can't be asked
     */
    Map<LeadId, Seen> findAll(Collection<LeadId> leads);

    /**
     * What is known of a lead.
     *
     * @param revision which of its revisions that was when it was looked at
     */
    record Seen(Captured captured, long revision) {}

    /**
     * Takes in what was said a moment ago and is folded over {@code before}. Of whom something else was learned since, it takes
     * in nothing: the log tells it again.
     *
     * @throws ViewUnreachable if the store can't be written
     */
    void follow(Collection<Captured> said, Map<LeadId, Seen> before);

    /**
     * Takes in what the log says, in its order. The same changes again, or older ones, alter nothing.
     *
     * @return of whom the log's last word lacks something that is known
     * @throws ViewUnreachable if the store can't be written
     */
    Set<LeadId> take(List<Change> changes);

    /** One thing that the log says of one lead. */
    sealed interface Change {
        LeadId lead();

        record Known(Captured captured) implements Change {
            @Override
            public LeadId lead() {
                return captured.lead().id();
            }
        }

        record Forgotten(LeadId lead) implements Change {}
    }
}
