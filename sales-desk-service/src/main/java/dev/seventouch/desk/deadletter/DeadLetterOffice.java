package dev.seventouch.desk.deadletter;

import dev.seventouch.desk.deadletter.DeadLetters.Sending;
import dev.seventouch.desk.deadletter.DeadLetters.Slice;
import dev.seventouch.desk.deadletter.DeadLetters.Span;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.page.Page;
import dev.seventouch.events.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows what was set aside and sends it back to where it came from: each record once, however often it was set aside and
 * however often it is asked for. What nobody replays stays where it is.
 */
public final class DeadLetterOffice {
    /** As many go at once. */
    public static final int MOST_AT_ONCE = 1000;

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DeadLetters letters;
    private final Replays replays;
    private final Erasures erasures;
    private final Leads leads;
    private final InstantSource wall;

    /** @param wall wall time, as Kafka's is, also in a demo */
    public DeadLetterOffice(DeadLetters letters, Replays replays, Erasures erasures, Leads leads, InstantSource wall) {
        this.letters = letters;
        this.replays = replays;
        this.erasures = erasures;
        this.leads = leads;
        this.wall = wall;
    }

    /**
     * A dead letter as it stands.
     *
     * @param opened null if its lead was erased
     */
    public record Shown(Listed listed, @Nullable Opened opened) {}

    /** @param listed as it stands by now */
    public record Answer(boolean isSent, Listed listed) {}

    /**
     * What became of a topic's dead letters.
     *
     * @param more whether some are left that can be replayed
     */
    public record Tally(int sent, boolean more) {}

    public List<String> topics() {
        return letters.topics();
    }

    /**
     * Dead letters, the newest first.
     *
     * @param topic of this one only; null for all
     */
    public Page<Listed> newest(@Nullable String topic, Cursor after, int limit) {
        Collection<String> wanted = topic == null ? letters.topics() : List.of(topic);
        Page<DeadLetter> page = Newest.page(letters.tails(wanted, after, limit + 1), after, limit);
        return new Page<>(listed(page.items()), page.next());
    }

    /** @return empty if there is none at that place, or none any more */
    public Optional<Shown> open(Place place) {
        return letters.open(place).map(opened -> {
            Listed listed = listed(opened.letter());
            return new Shown(listed, listed.standing() == Standing.ERASED ? null : opened);
        });
    }

    /**
     * Sends one back.
     *
     * @param again whether one that is in doubt is to go once more
     * @return empty if there is none at that place, or none any more
     * @throws LogAway if it was not sent, or if nobody knows whether it was
     */
    public Optional<Answer> replay(Place place, String by, boolean again) {
        Opened opened = letters.open(place).orElse(null);
        if (opened == null) {
            return Optional.empty();
        }
        Listed listed = listed(opened.letter());
        boolean isSent = switch (listed.standing()) {
            case SET_ASIDE -> claimAndSend(List.of(opened), by) == 1;
            case IN_DOUBT -> again && sendAgain(opened, listed.replay(), by);
            case ON_ITS_WAY, REPLAYED, ERASED -> false;
        };
        return Optional.of(new Answer(isSent, listed(opened.letter())));
    }

    /**
     * Sends all of a topic back that nobody has replayed, the oldest first, {@value #MOST_AT_ONCE} at most and for 20 s at most.
     * What is set aside meanwhile stays: it may be the same again.
     *
     * @throws LogAway if some of them were not sent; those before them were
     */
    public Tally replayAll(String topic, String by) {
        Instant until = wall.instant().plus(LONGEST);
        int sent = 0;
        for (Span span : letters.spans(topic)) {
            Span rest = span;
            while (!rest.isEmpty()) {
                if (wall.instant().isAfter(until)) {
                    return new Tally(sent, true);
                }
                Slice slice = letters.read(rest);
                List<Opened> fresh = fresh(slice.letters());
                int room = MOST_AT_ONCE - sent;
                sent += claimAndSend(fresh.subList(0, Math.min(room, fresh.size())), by);
                if (fresh.size() > room) {
                    return new Tally(sent, true);
                }
                rest = slice.rest();
            }
        }
        return new Tally(sent, false);
    }

    /** Those that nobody has replayed, each record once. */
    private List<Opened> fresh(List<Opened> found) {
        List<Listed> standing = listed(found.stream().map(Opened::letter).toList());
        List<Opened> fresh = new ArrayList<>();
        Set<String> origins = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            if (standing.get(i).standing() == Standing.SET_ASIDE
                    && origins.add(found.get(i).letter().origin())) {
                fresh.add(found.get(i));
            }
        }
        return fresh;
    }

    /** Claims before it sends: whoever asks at the same time loses here, not on the topic. */
    private int claimAndSend(List<Opened> fresh, String by) {
        if (fresh.isEmpty()) {
            return 0;
        }
        Instant now = now();
        Set<String> won = replays.claim(fresh.stream()
                .map(it -> new Replay(it.letter().origin(), it.letter().place(), by, now, false))
                .toList());
        List<Opened> mine =
                fresh.stream().filter(it -> won.contains(it.letter().origin())).toList();
        Sending sending = send(mine);
        replays.release(originsOf(mine, sending.kept()));
        return sentOf(mine, sending);
    }

    /** What was in doubt stays so if it can't be sent this time: the first time it may have been. */
    private boolean sendAgain(Opened opened, @Nullable Replay doubtful, String by) {
        Replay again = new Replay(opened.letter().origin(), opened.letter().place(), by, now(), false);
        return doubtful != null
                && replays.claimAgain(doubtful, again)
                && sentOf(List.of(opened), send(List.of(opened))) == 1;
    }

    private Sending send(List<Opened> mine) {
        Sending sending = letters.send(mine);
        replays.confirm(originsOf(mine, sending.sent()));
        return sending;
    }

    private static int sentOf(List<Opened> mine, Sending sending) {
        if (sending.sent().size() < mine.size()) {
            throw new LogAway(sending.sent().size() + " of " + mine.size() + " dead letters were replayed, "
                    + sending.kept().size() + " were not, of the others it is not known");
        }
        return mine.size();
    }

    private static List<String> originsOf(List<Opened> letters, Set<Place> places) {
        return letters.stream()
                .map(Opened::letter)
                .filter(letter -> places.contains(letter.place()))
                .map(DeadLetter::origin)
                .toList();
    }

    private Listed listed(DeadLetter letter) {
        return listed(List.of(letter)).getFirst();
    }

    private List<Listed> listed(List<DeadLetter> found) {
        Set<LeadId> about = found.stream().flatMap(it -> it.lead().stream()).collect(Collectors.toSet());
        Map<LeadId, KnownLead> known = leads.find(about);
        Map<LeadId, Instant> erased = erasures.of(about);
        Map<String, Replay> replayed =
                replays.of(found.stream().map(DeadLetter::origin).toList());
        Instant now = now();
        return found.stream()
                .map(letter -> {
                    Replay replay = replayed.get(letter.origin());
                    if (letter.lead()
                            .filter(lead -> isErased(letter, known.get(lead), erased.get(lead)))
                            .isPresent()) {
                        return new Listed(letter.withoutPerson(), Standing.ERASED, replay);
                    }
                    return new Listed(letter, replay == null ? Standing.SET_ASIDE : replay.standing(now), replay);
                })
                .toList();
    }

    private static boolean isErased(DeadLetter letter, @Nullable KnownLead lead, @Nullable Instant erasedAt) {
        return (lead != null && lead.erased())
                || (erasedAt != null && !letter.at().isAfter(erasedAt));
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
