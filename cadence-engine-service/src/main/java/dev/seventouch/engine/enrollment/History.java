package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a lead, from one enrollment to the next.
 *
 * @param had the content the lead has had, by key
 * @param reached when what reached the lead in the last month did so, by touch or conversation; oldest first
 * @param forbidden the media that the lead forbade
 * @param dead the media whose address does not work, until another is known
 * @param softBounces by medium, what came back for now
 * @param answers what people noted, by the key of the step; of the current enrollment
 * @param seenTo the errands that were seen to, the latest ones
 * @param starts how often the lead has started; the number of its latest start
 * @param past the touches of which it is known what became of them, the latest ones, oldest first
 */
public record History(
        Set<String> had,
        Map<String, Instant> reached,
        Set<Medium> forbidden,
        Set<Medium> dead,
        Map<Medium, SoftBounces> softBounces,
        Wishes wishes,
        Interest interest,
        Map<String, String> answers,
        Set<String> seenTo,
        int starts,
        List<Past> past) {
    private static final int SEEN_TO = 50;
    private static final int PAST = 20;
    /** Caps look back thirty days at most. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    public static final History NONE = new History(
            Set.of(),
            Map.of(),
            Set.of(),
            Set.of(),
            Map.of(),
            Wishes.NONE,
            Interest.NONE,
            Map.of(),
            Set.of(),
            0,
            List.of());

    public History {
        had = had == null ? Set.of() : Kept.of(had);
        reached = reached == null || reached.isEmpty()
                ? Map.of()
                : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reached));
        forbidden = forbidden == null ? Set.of() : Set.copyOf(forbidden);
        dead = dead == null ? Set.of() : Set.copyOf(dead);
        softBounces = softBounces == null ? Map.of() : Map.copyOf(softBounces);
        wishes = wishes == null ? Wishes.NONE : wishes;
        interest = interest == null ? Interest.NONE : interest;
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        seenTo = seenTo == null ? Set.of() : Kept.of(seenTo);
        past = past == null ? List.of() : List.copyOf(past);
    }

    /** @param inARow how often, without a sign of life in between */
    public record SoftBounces(int inARow, Instant last) {}

    /** When the lead was touched or spoken with in the last month, oldest first. */
    public List<Instant> touched() {
        return List.copyOf(reached.values());
    }

    public boolean hasHad(LibraryItem item) {
        return had.contains(Content.keyOf(item.id()));
    }

    /** Whether nothing goes out on {@code medium}. */
    boolean isClosed(Medium medium) {
        return forbidden.contains(medium) || dead.contains(medium) || !wishes.welcomes(medium);
    }

    /** The media that are closed whatever the lead would rather have. */
    Set<Medium> closedForGood() {
        EnumSet<Medium> closed = EnumSet.noneOf(Medium.class);
        closed.addAll(forbidden);
        closed.addAll(dead);
        return closed;
    }

    History withHad(String content) {
        return new History(
                Kept.of(had, content),
                reached,
                forbidden,
                dead,
                softBounces,
                wishes,
                interest,
                answers,
                seenTo,
                starts,
                past);
    }

    /** As if only items of the library had been had. */
    History withoutTemplates() {
        Set<String> items = new LinkedHashSet<>(had);
        items.removeIf(content -> content.startsWith("template:"));
        return new History(
                items, reached, forbidden, dead, softBounces, wishes, interest, answers, seenTo, starts, past);
    }

    /** Whether {@code by} is known to have reached the lead at {@code at} or later, and to have brought {@code content}. */
    boolean knows(String by, @Nullable String content, Instant at) {
        Instant known = reached.get(by);
        return known != null && !known.isBefore(at) && (content == null || had.contains(content));
    }

    /** One touch reaches the lead once: if it is told again, it counts as of when it did so at last. */
    History withTouch(String by, Instant at) {
        Map<String, Instant> all = new LinkedHashMap<>(reached);
        all.merge(by, at, (known, told) -> told.isAfter(known) ? told : known);
        Instant oldest =
                all.values().stream().max(Instant::compareTo).orElse(at).minus(REMEMBERED);
        Map<String, Instant> recent = new LinkedHashMap<>();
        all.entrySet().stream()
                .filter(one -> !one.getValue().isBefore(oldest))
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> recent.put(one.getKey(), one.getValue()));
        return new History(had, recent, forbidden, dead, softBounces, wishes, interest, answers, seenTo, starts, past);
    }

    History withForbidden(Set<Medium> media) {
        return new History(
                had,
                reached,
                union(forbidden, media),
                dead,
                softBounces,
                wishes,
                interest,
                answers,
                seenTo,
                starts,
                past);
    }

    History withDead(Set<Medium> media) {
        return new History(
                had,
                reached,
                forbidden,
                union(dead, media),
                softBounces,
                wishes,
                interest,
                answers,
                seenTo,
                starts,
                past);
    }

    History withRevived(Set<Medium> media) {
        EnumSet<Medium> fewer = EnumSet.noneOf(Medium.class);
        fewer.addAll(dead);
        fewer.removeAll(media);
        Map<Medium, SoftBounces> bounces = new EnumMap<>(Medium.class);
        bounces.putAll(softBounces);
        bounces.keySet().removeAll(media);
        return new History(had, reached, forbidden, fewer, bounces, wishes, interest, answers, seenTo, starts, past);
    }

    int softBounces(Medium medium) {
        SoftBounces bounces = softBounces.get(medium);
        return bounces == null ? 0 : bounces.inARow();
    }

    /** Whether what came back at {@code at} has been told of. */
    boolean knowsSoftBounce(Medium medium, Instant at) {
        SoftBounces bounces = softBounces.get(medium);
        return bounces != null && !at.isAfter(bounces.last());
    }

    History withSoftBounces(Medium medium, int inARow, Instant last) {
        Map<Medium, SoftBounces> bounces = new EnumMap<>(Medium.class);
        bounces.putAll(softBounces);
        bounces.put(medium, new SoftBounces(inARow, last));
        return new History(had, reached, forbidden, dead, bounces, wishes, interest, answers, seenTo, starts, past);
    }

    History with(Wishes wishes) {
        return new History(had, reached, forbidden, dead, softBounces, wishes, interest, answers, seenTo, starts, past);
    }

    History with(Interest interest) {
        return new History(had, reached, forbidden, dead, softBounces, wishes, interest, answers, seenTo, starts, past);
    }

    History withAnswer(String step, String answer) {
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(step, answer);
        return new History(had, reached, forbidden, dead, softBounces, wishes, interest, more, seenTo, starts, past);
    }

    boolean hasSeenTo(Place errand) {
        return seenTo.contains(errand.toString());
    }

    History withSeenTo(Place errand) {
        Set<String> more = Kept.latest(seenTo, errand.toString(), SEEN_TO);
        return new History(had, reached, forbidden, dead, softBounces, wishes, interest, answers, more, starts, past);
    }

    /** Whether what became of a touch is not known yet, nor longer ago than what is remembered. */
    boolean isNews(Past told) {
        for (Past known : past) {
            if (known.id().equals(told.id())) {
                return told.isNewerThan(known);
            }
        }
        return past.size() < PAST || Past.OLDEST_FIRST.compare(told, past.getFirst()) > 0;
    }

    /** @param news what became of a touch */
    History with(Past news) {
        List<Past> all = new ArrayList<>(past);
        all.removeIf(known -> known.id().equals(news.id()));
        all.add(news);
        all.sort(Past.OLDEST_FIRST);
        List<Past> latest = all.subList(Math.max(0, all.size() - PAST), all.size());
        return new History(
                had, reached, forbidden, dead, softBounces, wishes, interest, answers, seenTo, starts, latest);
    }

    /** Another enrollment begins: answers belong to the steps of one. */
    History started(int start) {
        return new History(had, reached, forbidden, dead, softBounces, wishes, interest, Map.of(), seenTo, start, past);
    }

    private static Set<Medium> union(Set<Medium> some, Set<Medium> more) {
        EnumSet<Medium> all = EnumSet.noneOf(Medium.class);
        all.addAll(some);
        all.addAll(more);
        return all;
    }
}
