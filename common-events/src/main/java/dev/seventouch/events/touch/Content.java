package dev.seventouch.events.touch;

import org.jspecify.annotations.Nullable;

/**
 * What a touch brings.
 *
 * @param template the template that is filled
 * @param item the library item that fills it
 * @param say what a person is asked to say or do
 * @param minutes how long that takes a person
 */
public record Content(
        @Nullable String template,
        @Nullable String item,
        @Nullable String say,
        @Nullable Integer minutes) {

    public static Content template(String template) {
        return new Content(template, null, null, null);
    }

    public static Content item(String template, String item) {
        return new Content(template, item, null, null);
    }

    public static Content say(String say, @Nullable Integer minutes) {
        return new Content(null, null, say, minutes);
    }

    /** The key of all that brings the library item {@code item}. */
    public static String keyOf(String item) {
        return "item:" + item;
    }

    /** How "the lead has had this" is remembered, or null if there is nothing that could be had twice. */
    public @Nullable String key() {
        if (item != null) {
            return keyOf(item);
        }
        return template == null ? null : "template:" + template;
    }
}
