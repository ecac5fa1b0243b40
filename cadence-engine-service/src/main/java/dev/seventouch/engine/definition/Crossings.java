package dev.seventouch.engine.definition;

import dev.seventouch.engine.definition.Claims.Said;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong between cadences, each of which may be right by itself. */
final class Crossings {
    private final Map<String, Claims> claims = new LinkedHashMap<>();
    private final Map<String, Problems> problems = new HashMap<>();

    private Crossings(Map<String, String> texts) {
        texts.forEach((file, yaml) -> {
            claims.put(file, Claims.of(yaml));
            problems.put(file, new Problems(yaml, 0));
        });
    }

    /**
     * @param texts by what their authors call them; of two that can't both be right, the first is
     * @return by the same names
     */
    static Map<String, List<Problem>> of(Map<String, String> texts) {
        Crossings crossings = new Crossings(texts);
        crossings.onlyOne(claim -> claim.id().stream(), said -> "there is a cadence \"" + said.text() + "\"");
        crossings.onlyOne(claim -> claim.sources().stream(), said -> "\"" + said.text() + "\" is taken");
        crossings.onlyOne(
                claim -> claim.otherwise().stream(), _ -> "the leads whose source no cadence names are taken");
        crossings.customers();
        Map<String, List<Problem>> found = new HashMap<>();
        crossings.problems.forEach((file, noted) -> found.put(file, noted.all()));
        return found;
    }

    private void onlyOne(Function<Claims, Stream<Said>> claimed, Function<Said, String> what) {
        Map<String, String> first = new HashMap<>();
        claims.forEach((file, claim) -> claimed.apply(claim).forEach(said -> {
            String other = first.putIfAbsent(said.text(), file);
            if (other != null && !other.equals(file)) {
                at(file, said, what.apply(said) + " already, in " + other);
            }
        }));
    }

    private void customers() {
        TreeSet<String> ids = new TreeSet<>();
        // A text that doesn't even tell its id is taken to have that of its file.
        claims.forEach((file, claim) -> ids.add(claim.id().map(Said::text).orElse(Campaigns.idOf(file))));
        claims.forEach((file, claim) -> claim.customers()
                .filter(said -> !ids.contains(said.text()))
                .ifPresent(said -> at(
                        file, said, "there is no cadence \"" + said.text() + "\"" + Nearest.hint(said.text(), ids))));
    }

    private void at(String file, Said said, String message) {
        Problems noted = problems.get(file);
        if (noted != null) {
            noted.at(said.place(), message);
        }
    }
}
