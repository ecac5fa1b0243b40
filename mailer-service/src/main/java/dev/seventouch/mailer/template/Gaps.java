package dev.seventouch.mailer.template;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.touch.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Models in which one thing is not known. Each that a touch may lack is taken out of a model that has all, and is put alone
 * into one that has next to nothing. So what a template can't do without is found when it is published, and not when it is sent.
 */
final class Gaps {

    private static final String ITEM = "item";

    /** What can't be known without something else. */
    private static final Map<String, String> RESTS_ON =
            Map.of("lead.firstName", "lead.name", "lead.city", "lead.address");

    private Gaps() {}

    /**
     * @param full a model of which all is known
     * @param bare one of which next to nothing is
     */
    static List<Map<String, Object>> of(Template template, Map<String, Object> full, Map<String, Object> bare) {
        List<Map<String, Object>> gaps = new ArrayList<>();
        for (String name : optional(template, full)) {
            Map<String, Object> without = copy(full);
            remove(without, name);
            RESTS_ON.forEach((resting, on) -> {
                if (on.equals(name)) {
                    remove(without, resting);
                }
            });
            gaps.add(without);
            Map<String, Object> with = copy(bare);
            add(with, full, name);
            if (RESTS_ON.containsKey(name)) {
                add(with, full, RESTS_ON.get(name));
            }
            gaps.add(with);
        }
        return gaps;
    }

    /** The names of all that a touch which this template fills may lack, sorted. */
    private static Set<String> optional(Template template, Map<String, Object> full) {
        boolean toLead = template.to() == Recipient.LEAD;
        Set<String> names = new TreeSet<>();
        TouchModel.NAMES.forEach((part, all) -> {
            if (full.get(part) instanceof Map<?, ?> known
                    && !Set.of(ITEM, "links", "sender").contains(part)) {
                all.stream()
                        .filter(known::containsKey)
                        .map(name -> part + "." + name)
                        .forEach(names::add);
            }
        });
        names.removeAll(TouchModel.SURE);
        if (part(full, "lead").get("attributes") instanceof Map<?, ?> attributes) {
            attributes.keySet().forEach(name -> names.add("lead.attributes." + name));
        }
        names.add("lastConversation");
        if (toLead) {
            names.add("owner");
        }
        if (!template.needsItem()) {
            names.add(ITEM);
        }
        names.add(ITEM + ".fact");
        if (toLead && template.kind() == Kind.EMAIL) {
            names.remove("lead.email");
        }
        return names;
    }

    private static Map<String, Object> copy(Map<String, Object> model) {
        Map<String, Object> copy = new LinkedHashMap<>(model);
        copy.replaceAll((_, value) -> value instanceof Map<?, ?> ? copy(asPart(value)) : value);
        return copy;
    }

    private static void remove(Map<String, Object> model, String name) {
        int dot = name.lastIndexOf('.');
        (dot < 0 ? model : part(model, name.substring(0, dot))).remove(name.substring(dot + 1));
    }

    /** With a part comes what is sure in it, and nothing else; an item comes whole. */
    private static void add(Map<String, Object> model, Map<String, Object> full, String name) {
        int dot = name.lastIndexOf('.');
        String part = dot < 0 ? name : name.substring(0, dot);
        Map<String, Object> known = part(full, part);
        if (part.equals(ITEM)) {
            model.put(ITEM, known);
            return;
        }
        if (!part.contains(".")) {
            Map<String, Object> sure = asPart(model.computeIfAbsent(part, _ -> new LinkedHashMap<String, Object>()));
            known.forEach((fact, value) -> {
                if (TouchModel.SURE.contains(part + "." + fact)) {
                    sure.putIfAbsent(fact, value);
                }
            });
        }
        if (dot >= 0) {
            String fact = name.substring(dot + 1);
            part(model, part).put(fact, requireNonNull(known.get(fact)));
        }
    }

    /** @param path such as {@code owner} or {@code lead.attributes} */
    private static Map<String, Object> part(Map<String, Object> model, String path) {
        Map<String, Object> part = model;
        for (String name : path.split("\\.", -1)) {
            part = asPart(requireNonNull(part.get(name), path));
        }
        return part;
    }

    @SuppressWarnings("unchecked") // a model holds maps by name, and nothing else that is a map
    private static Map<String, Object> asPart(Object part) {
        return (Map<String, Object>) part;
    }
}
