package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one lead lives through.
 *
 * @param cadence by which it began
 * @param zone the lead's
 * @param from when it was captured
 * @param until up to when it was played, exclusive: as asked, or as far as there was room for lines
 * @param complete whether there was room for all lines
 * @param lines in the order of time
 * @param left what of the script never came, and why
 * @param end where it stands in the end
 */
public record Calendar(
        CadenceRef cadence,
        Lead lead,
        ZoneId zone,
        Instant from,
        Instant until,
        boolean complete,
        List<Line> lines,
        List<String> left,
        Enrollment end) {

    public Calendar {
        lines = List.copyOf(lines);
        left = List.copyOf(left);
    }

    public Stream<Line.Touched> touches() {
        return lines.stream().filter(Line.Touched.class::isInstance).map(Line.Touched.class::cast);
    }

    /** How many touches there are by each channel. */
    public Map<Channel, Integer> counts() {
        Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
        touches().forEach(line -> counts.merge(line.due().touch().channel(), 1, Integer::sum));
        return counts;
    }
}
