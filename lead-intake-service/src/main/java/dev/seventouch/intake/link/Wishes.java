package dev.seventouch.intake.link;

import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.wire.Json;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lead chose on the page of preferences.
 *
 * @param lessOften whether recurring touches come at half their rate
 * @param media those that are welcome, at least one
 * @param topics those that are welcome; none where all that were offered are
 * @param pause how long nothing shall come; null to leave that as it is
 * @param resume whether a pause ends now
 */
record Wishes(
        boolean lessOften,
        Set<Medium> media,
        Set<String> topics,
        @Nullable Period pause,
        boolean resume) {

    /** A visit is no message: it is agreed on with a person. */
    static final Set<Medium> OFFERED = EnumSet.of(Medium.EMAIL, Medium.POST, Medium.PHONE);

    private static final Map<String, Period> PAUSES =
            Map.of("1m", Period.ofMonths(1), "3m", Period.ofMonths(3), "6m", Period.ofMonths(6));

    /**
     * What the page's fields say; nothing if no medium or no topic is left, which is a stop and has a button of its own, or if
     * they don't come from that page.
     *
     * @param offered the topics on the page
     */
    static Optional<Wishes> read(Map<String, List<String>> fields, Set<String> offered) {
        List<String> often = fields.getOrDefault("often", List.of());
        List<String> pause = fields.getOrDefault("pause", List.of("no"));
        boolean known = often.size() == 1
                && List.of("usual", "less").contains(often.getFirst())
                && pause.size() == 1
                && (PAUSES.containsKey(pause.getFirst()) || List.of("no", "end").contains(pause.getFirst()));
        Set<Medium> media = media(fields.getOrDefault("media", List.of()));
        Set<String> topics = new LinkedHashSet<>(fields.getOrDefault("topics", List.of()));
        topics.retainAll(offered);
        if (!known || media.isEmpty() || (topics.isEmpty() && !offered.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Wishes(
                often.getFirst().equals("less"),
                // All that is offered is no wish: a medium that comes later is welcome too.
                media.equals(OFFERED) ? Set.of() : media,
                topics.equals(offered) ? Set.of() : topics,
                PAUSES.get(pause.getFirst()),
                pause.getFirst().equals("end")));
    }

    private static Set<Medium> media(List<String> names) {
        Set<Medium> media = EnumSet.noneOf(Medium.class);
        Arrays.stream(Medium.values())
                .filter(medium -> OFFERED.contains(medium) && names.contains(Json.nameOf(medium)))
                .forEach(media::add);
        return media;
    }
}
