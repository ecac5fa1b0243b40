package dev.seventouch.intake.form;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the declaration of a form. */
final class FormFile {
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,3})s");
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final String file;
    private final Map<?, ?> keys;
    private final String where;

    private FormFile(String file, Map<?, ?> keys, String where) {
        this.file = file;
        this.keys = keys;
        this.where = where;
    }

    /**
     * @param where it stands, such as its file
     * @throws BrokenForm naming what is wrong
     */
    static Form read(String where, String yaml) {
        FormFile form = new FormFile(where, load(where, yaml), "")
                .only(Set.of(
                        "id",
                        "source",
                        "honeypot",
                        "consent",
                        "confirm",
                        "thank-you",
                        "origins",
                        "fill-time",
                        "limit",
                        "challenge"));
        return new Form(
                form.slug("id"),
                form.slug("source"),
                form.text("honeypot"),
                form.question(),
                form.flag("confirm"),
                form.page("thank-you"),
                form.guard());
    }

    private static Map<?, ?> load(String where, String yaml) {
        try {
            Object loaded = new Load(LoadSettings.builder()
                            .setLabel(where)
                            .setCodePointLimit(MOST_CHARACTERS)
                            // All of it at once: where its buffer ends within a character, the reader fails.
                            .setBufferSize(yaml.length() + 1)
                            .build())
                    .loadFromString(yaml);
            if (loaded instanceof Map<?, ?> keys) {
                return keys;
            }
            throw new BrokenForm(where, "is not a form; it needs the keys id and source");
        } catch (YamlEngineException e) {
            throw new BrokenForm(where, "is not YAML that can be read: " + e.getMessage());
        } catch (StackOverflowError e) { // the reader goes down a level for each bracket, and knows no limit
            throw new BrokenForm(where, "is not YAML that can be read: it is nested too deeply");
        }
    }

    private FormFile only(Set<String> known) {
        for (Object key : keys.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new BrokenForm(
                        file, where + key + ": is not known; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    private Form.@Nullable Question question() {
        if (!(keys.get("consent") instanceof Map<?, ?> consent)) {
            String wording = text("consent");
            return wording == null ? null : new Form.Question(null, wording);
        }
        FormFile question = new FormFile(file, consent, "consent.").only(Set.of("field", "wording"));
        return new Form.Question(question.text("field"), question.required("wording"));
    }

    private Guard guard() {
        return new Guard(origins(), fillTime(), limit(), text("challenge"));
    }

    private List<String> origins() {
        List<String> origins = new ArrayList<>();
        if (keys.get("origins") instanceof List<?> given) {
            given.forEach(origin -> origins.add(origin(String.valueOf(origin))));
        } else if (keys.get("origins") != null) {
            throw new BrokenForm(file, "origins: must be a list, such as [https://www.example.com]");
        }
        return origins;
    }

    private String origin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            throw new BrokenForm(
                    file,
                    "origins: \"" + text + "\" is no origin; write it as https://www.example.com, without a path");
        }
        return text;
    }

    private Guard.@Nullable FillTime fillTime() {
        if (!(keys.get("fill-time") instanceof Map<?, ?> given)) {
            if (keys.get("fill-time") != null) {
                throw new BrokenForm(file, "fill-time: needs the keys field and at-least");
            }
            return null;
        }
        FormFile fillTime = new FormFile(file, given, "fill-time.").only(Set.of("field", "at-least"));
        Matcher seconds = SECONDS.matcher(fillTime.required("at-least"));
        if (!seconds.matches()) {
            throw new BrokenForm(file, "fill-time.at-least: use seconds, such as 3s");
        }
        return new Guard.FillTime(fillTime.required("field"), Duration.ofSeconds(Integer.parseInt(seconds.group(1))));
    }

    private @Nullable Rate limit() {
        String limit = text("limit");
        return limit == null
                ? null
                : Rate.read(limit)
                        .orElseThrow(() -> new BrokenForm(file, "limit: is no rate; write it as 20/m, 100/h or 500/d"));
    }

    private @Nullable URI page(String key) {
        String address = text(key);
        if (address == null) {
            return null;
        }
        try {
            URI page = URI.create(address);
            if (page.getHost() != null && Set.of("http", "https").contains(page.getScheme())) {
                return page;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new BrokenForm(file, key + ": is not an address; write it as https://www.example.com/thank-you");
    }

    private String slug(String key) {
        String value = required(key);
        if (!SLUG.matcher(value).matches()) {
            throw new BrokenForm(file, where + key + ": use a-z, 0-9 and \"-\", such as website");
        }
        return value;
    }

    private String required(String key) {
        String value = text(key);
        if (value == null) {
            throw new BrokenForm(file, where + key + ": is missing");
        }
        return value;
    }

    private boolean flag(String key) {
        Object value = keys.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new BrokenForm(file, where + key + ": must be true or false");
    }

    private @Nullable String text(String key) {
        Object value = keys.get(key);
        if (value == null || value instanceof String) {
            return value == null ? null : ((String) value).strip();
        }
        throw new BrokenForm(file, where + key + ": must be a text; put it in quotes");
    }
}
