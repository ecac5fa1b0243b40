package dev.seventouch.mailer.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.seventouch.mailer.template.Language.Written;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All templates that were published, by id: the latest version that can be read, and the reason why a later one can't.
 * Safe for use by many threads.
 */
public final class TemplateShelf {

    /** How many versions of a template are remembered to be compared. */
    private static final int REMEMBERED = 20;

    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<String, SortedMap<Integer, String>> sources = new ConcurrentSkipListMap<>();
    private final Map<String, SinceFile> sinceFile = new ConcurrentSkipListMap<>();

    /**
     * What is known under one id.
     *
     * @param latest the highest version seen
     * @param source the source of that version
     * @param good the latest version that can be read
     * @param setAside why the highest version is not in use; null if it is
     */
    public record Entry(
            String id,
            int latest,
            String source,
            @Nullable Template good,
            @Nullable String setAside) {}

    /** A shelf with the same templates, without those before them; what is put on one is not on the other. */
    public TemplateShelf copy() {
        TemplateShelf copy = new TemplateShelf();
        copy.entries.putAll(entries);
        return copy;
    }

    /**
     * What was published since a file was last, and in that file.
     *
     * @param version of the file's
     * @param prints of the sources, which may be large
     */
    private record SinceFile(int version, Map<Integer, String> prints) {

        SinceFile and(int later, String source, boolean byHand) {
            int file = byHand ? version : Math.max(version, later);
            SortedMap<Integer, String> since = new TreeMap<>(prints);
            since.put(later, print(source));
            return new SinceFile(file, Map.copyOf(since.tailMap(file)));
        }

        static String print(String source) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /**
     * Whether a file with this source says nothing new: it is what was published from a file last, or what somebody published
     * since then. Otherwise each start would undo what was published by hand.
     */
    public boolean hadFromFileOrSince(String id, String source) {
        SinceFile since = sinceFile.get(id);
        return since != null && since.prints().containsValue(SinceFile.print(source));
    }

    /** Puts a version that came from a file on the shelf. */
    public Entry put(String id, int version, String source) {
        return put(id, version, source, false);
    }

    /** Puts a version on the shelf. One that can't be read is set aside; the one before stays in use. */
    public Entry put(String id, int version, String source, boolean byHand) {
        remember(id, version, source);
        sinceFile.compute(
                id, (_, before) -> (before == null ? new SinceFile(0, Map.of()) : before).and(version, source, byHand));
        return requireNonNull(entries.compute(id, (_, before) -> {
            if (before != null && before.latest > version) {
                return before;
            }
            Template good = before == null ? null : before.good;
            try {
                return new Entry(id, version, source, Template.compiled(id, version, source), null);
            } catch (TemplateMistake e) {
                return new Entry(id, version, source, good, e.described());
            }
        }));
    }

    private void remember(String id, int version, String source) {
        sources.compute(id, (_, before) -> {
            // A copy, because somebody may be reading the one before.
            SortedMap<Integer, String> more = before == null ? new TreeMap<>() : new TreeMap<>(before);
            more.put(version, source);
            if (more.size() > REMEMBERED) {
                more.remove(more.firstKey());
            }
            return more;
        });
    }

    /** The sources of the latest 20 versions, the oldest first. */
    public SortedMap<Integer, String> versions(String id) {
        return Collections.unmodifiableSortedMap(sources.getOrDefault(id, new TreeMap<>()));
    }

    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<Template> find(String id) {
        return entry(id).flatMap(entry -> Optional.ofNullable(entry.good));
    }

    /**
     * Fills a template and puts it into its layout.
     *
     * @param model see {@link TouchModel}
     * @throws TemplateMistake if something it needs is not there, its layout included
     */
    public Rendered fill(Template template, Map<String, Object> model) throws TemplateMistake {
        Template.Parts parts = template.parts();
        String subject = oneLine(filled(parts.subject(), model));
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put("subject", subject);
        all.put("preheader", oneLine(filled(parts.preheader(), all)));
        all.put("language", template.language());
        String html = filled(parts.html(), all);
        String text = parts.text() == null ? null : filled(parts.text(), all);
        List<TemplateFile> files = template.files();
        if (template.layout() != null) {
            Template layout = layoutOf(template, model);
            files = Stream.concat(layout.files().stream(), files.stream()).toList();
            if (template.kind() == Kind.EMAIL && layout.parts().text() != null) {
                String words = text == null ? TextPart.of(html) : text;
                text = filled(layout.parts().text(), with(all, "content", words.strip()));
            }
            html = filled(layout.parts().html(), with(all, "content", alreadyEscaped(html)));
        }
        if (template.kind() == Kind.EMAIL && text == null) {
            text = TextPart.of(html);
        }
        return new Rendered(template.kind(), subject, html, text, template.language(), template.signedByOwner(), files);
    }

    private Template layoutOf(Template template, Map<String, Object> model) throws TemplateMistake {
        String id = requireNonNull(template.layout());
        return onPaper(template, id, model)
                .or(() -> find(id))
                .filter(layout -> layout.kind() == Kind.LAYOUT)
                .orElseThrow(() -> new TemplateMistake(1, 1, "there is no layout \"" + id + "\""));
    }

    /** A letter's frame on the paper that its reader is used to, if there is one. */
    private Optional<Template> onPaper(Template template, String layout, Map<String, Object> model) {
        Paper wanted = template.paper() == null ? (Paper) model.get(TouchModel.PAPER) : template.paper();
        return template.kind() == Kind.LETTER && wanted != null ? find(wanted.layout(layout)) : Optional.empty();
    }

    private static String filled(@Nullable Written written, Map<String, Object> model) throws TemplateMistake {
        return written == null ? "" : written.filledWith(model);
    }

    /** An author's line breaks fold; a control character that came with the model stays and is refused later. */
    private static String oneLine(String words) {
        return words.strip();
    }

    private static Map<String, Object> with(Map<String, Object> model, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(model);
        more.put(name, value);
        return more;
    }

    private static Object alreadyEscaped(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException e) {
            throw new IllegalStateException("markup can always be wrapped", e);
        }
    }
}
