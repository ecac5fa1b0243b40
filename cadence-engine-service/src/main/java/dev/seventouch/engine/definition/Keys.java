package dev.seventouch.engine.definition;

import dev.seventouch.events.touch.Channel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of a plan, and what its terms ask of them. */
final class Keys {
    private final Problems problems;
    private final Map<String, Owner> owners = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private int order;

    Keys(Problems problems) {
        this.problems = problems;
    }

    enum Part {
        STEP,
        PHASE,
        SEASON
    }

    enum Ask {
        CLICKED,
        ANSWERED
    }

    /**
     * What has a key.
     *
     * @param order in which steps and phases come
     * @param channels by which it is done, as far as they could be read
     */
    record Owner(String key, Part part, int order, Node place, Set<Channel> channels) {
        void isDoneBy(Channel channel) {
            channels.add(channel);
        }
    }

    private record Question(Owner asker, Ask ask, String key, Node place) {}

    /** The next step, phase or season of the text, which has a key that no other has. */
    Owner next(Part part, Fields fields, Optional<String> usual) {
        if (usual.isEmpty()) {
            fields.require("key", "intro-call");
        }
        // Even a key that is not written as it should be can be asked for.
        Optional<String> written = fields.text("key");
        String key = fields.has("key") ? written.orElse("") : usual.orElse("");
        Owner owner = new Owner(key, part, order++, fields.key("key"), EnumSet.noneOf(Channel.class));
        if (written.isPresent()) {
            fields.value("key", Values::id);
        }
        Owner other = key.isEmpty() ? null : owners.putIfAbsent(key, owner);
        if (other != null) {
            problems.at(
                    fields.place("key"),
                    "there is a " + Values.word(other.part()) + " " + Scalars.quoted(key) + " already" + line(other));
        }
        return owner;
    }

    private static String line(Owner owner) {
        return owner.place()
                .getStartMark()
                .map(Mark::getLine)
                .map(line -> ", in line " + (line + 1))
                .orElse("");
    }

    /** @param key what is asked of; that it is a single value is checked elsewhere */
    void ask(Owner asker, Ask ask, Node key) {
        if (key instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            questions.add(new Question(asker, ask, scalar.getValue().strip(), key));
        }
    }

    /** Notes the questions that can't be answered, once all keys are known. */
    void check() {
        for (Question question : questions) {
            if (problems.isFull()) {
                return;
            }
            wrong(question).ifPresent(message -> problems.at(question.place(), message));
        }
    }

    private Optional<String> wrong(Question question) {
        String key = Scalars.quoted(question.key());
        Owner asked = owners.get(question.key());
        if (asked == null) {
            return Optional.of("there is no step " + key + Nearest.hint(question.key(), owners.keySet()));
        }
        if (isTooEarly(question.asker(), asked)) {
            return Optional.of(
                    asked.order() == question.asker().order()
                            ? "this is the step " + key + " itself: what comes of it is not known before it is done"
                            : key + " comes later; ask for what comes before");
        }
        return cantTell(question.ask(), asked).map(why -> why.formatted(key));
    }

    private static Optional<String> cantTell(Ask ask, Owner asked) {
        Set<Channel> channels = asked.channels();
        if (ask == Ask.ANSWERED && !channels.isEmpty() && channels.stream().allMatch(Channel::isAutomatic)) {
            return Optional.of("no person does %s, so nobody notes an answer");
        }
        if (ask == Ask.CLICKED && !channels.isEmpty() && channels.stream().noneMatch(Channel::isAutomatic)) {
            return Optional.of("a person does %s, so there is no link to click");
        }
        return Optional.empty();
    }

    // Seasons come round beside the plan, and a phase has come before when it comes again.
    private static boolean isTooEarly(Owner asker, Owner asked) {
        if (asker.part() == Part.SEASON || asked.part() == Part.SEASON) {
            return false;
        }
        return asked.order() > asker.order() || (asked.order() == asker.order() && asked.part() == Part.STEP);
    }
}
