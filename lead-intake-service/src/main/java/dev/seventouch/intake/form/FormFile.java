package dev.seventouch.intake.form;

import static java.util.Objects.requireNonNull;

import dev.seventouch.intake.lead.Consents;
import dev.seventouch.intake.lead.Facts;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
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
    private static final int MOST_FIELDS = 50;
    private static final int MOST_ORIGINS = 1000;
    private static final int LONGEST_NAME = 100;

    private final FormKeys keys;

    private FormFile(FormKeys keys) {
        this.keys = keys;
    }

    /**
     * @param where it stands, such as its file
     * @throws BrokenForm naming what is wrong
     */
    static Form read(String where, String yaml) {
        FormKeys keys = new FormKeys(where, load(where, yaml), "")
                .only(
                        "id",
                        "source",
                        "honeypot",
                        "consent",
                        "confirm",
                        "thank-you",
                        "fields",
                        "required",
                        "owners",
                        "origins",
                        "fill-time",
                        "limit",
                        "challenge");
        return new FormFile(keys).form();
    }

    private Form form() {
        Form plain = new Form(
                keys.slug("id"),
                keys.slug("source"),
                keys.text("honeypot"),
                question(),
                keys.flag("confirm"),
                page("thank-you"),
                guard(),
                FieldMap.NONE,
                List.of(),
                OwnersFile.read(keys));
        FieldMap fields = fields(plain);
        return plain.asking(fields, required(plain, fields));
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
            throw new BrokenForm(where, null, "is not a form; it needs the keys id and source");
        } catch (YamlEngineException e) {
            throw new BrokenForm(where, null, "is not YAML that can be read: " + e.getMessage());
        } catch (StackOverflowError e) { // the reader goes down a level for each bracket, and knows no limit
            throw new BrokenForm(where, null, "is not YAML that can be read: it is nested too deeply");
        }
    }

    private Form.@Nullable Question question() {
        if (!(keys.keys().get("consent") instanceof Map<?, ?>)) {
            String wording = keys.text("consent");
            return wording == null ? null : new Form.Question(null, wording, null, null);
        }
        FormKeys question = requireNonNull(keys.mapping("consent", "")).only("field", "wording", "basis", "version");
        String basis = question.text("basis");
        if (basis != null && Consents.basis(basis).isEmpty()) {
            throw question.broken("basis", "is none of " + Consents.bases());
        }
        String version = question.text("version");
        if (version != null && !isName(version)) {
            throw question.broken("version", "is no version; use a text of at most " + LONGEST_NAME + " characters");
        }
        return new Form.Question(question.text("field"), question.required("wording"), basis, version);
    }

    private FieldMap fields(Form form) {
        FormKeys given = keys.mapping("fields", "write each as NAME: FIELD, such as { your-email: email }");
        if (given == null) {
            return FieldMap.NONE;
        }
        if (given.keys().size() > MOST_FIELDS) {
            throw keys.broken("fields", "are too many; at most " + MOST_FIELDS + " are taken");
        }
        SequencedMap<String, String> targets = new LinkedHashMap<>();
        for (Object key : given.keys().keySet()) {
            String name = key instanceof String text ? text : "";
            if (!isName(name)) {
                throw keys.broken(
                        "fields",
                        "names a field of the page that can't be one; use a text of at most " + LONGEST_NAME
                                + " characters, in quotes if it is a number");
            }
            if (form.belongsToForm(name)) {
                throw given.broken(
                        name, "is a field of the form itself, as honeypot, consent or the like; leave it out");
            }
            String target = Facts.target(given.required(name))
                    // What a lead agrees to is said by the form, never by whoever fills it in.
                    .filter(named -> !named.startsWith(Facts.CONSENT))
                    .orElseThrow(() -> given.broken(name, "is given no field of a lead; there are " + Facts.targets()));
            if (!target.equals(Facts.NOTHING) && targets.containsValue(target)) {
                throw given.broken(name, "is given " + target + ", as another field is; each needs its own");
            }
            targets.put(name, target);
        }
        return new FieldMap(targets);
    }

    private List<String> required(Form form, FieldMap fields) {
        Set<String> names = new LinkedHashSet<>();
        for (String named : keys.texts("required", MOST_FIELDS, "must be a list of fields, such as [email, name]")) {
            for (String name : fields.isMapped(named) ? List.of(named) : fields.namesOf(named)) {
                if (!isName(name)) {
                    throw keys.broken("required", "names what can't be a field of a page");
                }
                if (form.belongsToForm(name) && !form.isConsent(name)) {
                    throw keys.broken("required", "names " + name + ", which no person fills; leave it out");
                }
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private Guard guard() {
        return new Guard(origins(), fillTime(), limit(), keys.text("challenge"));
    }

    private List<String> origins() {
        List<String> origins = keys.texts("origins", MOST_ORIGINS, "must be a list, such as [https://www.example.com]");
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw keys.broken(
                        "origins",
                        "\"" + origin + "\" is no origin; write it as https://www.example.com, without a path");
            }
        }
        return origins;
    }

    private Guard.@Nullable FillTime fillTime() {
        FormKeys given = keys.mapping("fill-time", "needs the keys field and at-least");
        if (given == null) {
            return null;
        }
        given.only("field", "at-least");
        Matcher seconds = SECONDS.matcher(given.required("at-least"));
        if (!seconds.matches()) {
            throw given.broken("at-least", "use seconds, such as 3s");
        }
        return new Guard.FillTime(given.required("field"), Duration.ofSeconds(Integer.parseInt(seconds.group(1))));
    }

    private @Nullable Rate limit() {
        String limit = keys.text("limit");
        return limit == null
                ? null
                : Rate.read(limit)
                        .orElseThrow(() -> keys.broken("limit", "is no rate; write it as 20/m, 100/h or 500/d"));
    }

    private @Nullable URI page(String key) {
        String address = keys.text(key);
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
        throw keys.broken(key, "is not an address; write it as https://www.example.com/thank-you");
    }
}
