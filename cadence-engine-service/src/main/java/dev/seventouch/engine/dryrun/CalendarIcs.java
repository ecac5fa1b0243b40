package dev.seventouch.engine.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A calendar as iCalendar (RFC 5545): an event for each touch, the same bytes for the same calendar. What is written here is
 * nine properties; a library for it would bring a dozen more.
 */
public final class CalendarIcs {
    /** RFC 5545, 3.3.5, form 2: in UTC. */
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** RFC 5545, 3.1: octets of a line without its break. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder out = new StringBuilder();

    private CalendarIcs() {}

    public static String of(Calendar calendar) {
        CalendarIcs ics = new CalendarIcs();
        ics.line("BEGIN", "VCALENDAR");
        ics.line("VERSION", "2.0");
        ics.line("PRODID", "-//Seventouch//Dry run//EN");
        ics.line("CALSCALE", "GREGORIAN");
        String stamp = UTC.format(calendar.from());
        calendar.touches().forEach(touched -> ics.event(touched, stamp));
        ics.line("END", "VCALENDAR");
        return ics.out.toString();
    }

    private void event(Line.Touched touched, String stamp) {
        TouchEvent.Due due = touched.due();
        Channel channel = due.touch().channel();
        line("BEGIN", "VEVENT");
        // The same touch tried again is another event.
        line("UID", due.touch().id() + (due.attempt() == 1 ? "" : "-" + due.attempt()) + "@seventouch");
        line("DTSTAMP", stamp);
        line("DTSTART", UTC.format(touched.at()));
        Integer minutes = due.content().minutes();
        if (minutes != null) {
            line("DURATION", "PT" + minutes + "M");
        }
        line("SUMMARY", escaped(Json.nameOf(channel) + ": " + CalendarText.what(due)));
        line("DESCRIPTION", escaped(description(touched, due)));
        line("CATEGORIES", escaped(Json.nameOf(channel)));
        // What a machine does takes nobody's time.
        line("TRANSP", channel.isAutomatic() ? "TRANSPARENT" : "OPAQUE");
        line("END", "VEVENT");
    }

    private static String description(Line.Touched touched, TouchEvent.Due due) {
        return due.reason() + "\n\n" + due.touch().step() + ": " + touched.time() + "\n" + touched.choice();
    }

    /** RFC 5545, 3.3.11. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private void line(String name, String value) {
        out.append(folded(name + ":" + value)).append("\r\n");
    }

    /** As RFC 5545, 3.1 asks for, never within a character. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int room = LONGEST_LINE;
        for (int i = 0; i < line.length(); ) {
            int next = line.offsetByCodePoints(i, 1);
            String character = line.substring(i, next);
            int octets = character.getBytes(UTF_8).length;
            if (octets > room) {
                folded.append("\r\n ");
                room = LONGEST_LINE - 1; // the space counts
            }
            folded.append(character);
            room -= octets;
            i = next;
        }
        return folded.toString();
    }
}
