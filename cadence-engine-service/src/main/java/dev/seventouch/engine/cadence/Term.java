package dev.seventouch.engine.cadence;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Medium;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thing on which a touch depends. */
public sealed interface Term {
    boolean holds(Facts facts);

    /** The lead's fact is one of the values. */
    record Is(Fact fact, Set<String> values) implements Term {
        public Is {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Facts facts) {
            String value = fact.of.apply(facts.lead());
            return value != null && values.contains(value);
        }
    }

    /** The lead's attribute is one of the values. */
    record Attribute(String name, Set<String> values) implements Term {
        public Attribute {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Facts facts) {
            String value = facts.lead().attributes().get(name);
            return value != null && values.contains(value);
        }
    }

    /** What a sale is worth compares so to an amount. What is not known compares to nothing. */
    record Value(Comparison comparison, BigDecimal amount) implements Term {
        @Override
        public boolean holds(Facts facts) {
            BigDecimal value = facts.lead().value();
            return value != null && comparison.holds(value.compareTo(amount));
        }
    }

    /** The lead's interest compares so to a score. */
    record Score(Comparison comparison, int score) implements Term {
        @Override
        public boolean holds(Facts facts) {
            return comparison.holds(Integer.compare(facts.score(), score));
        }
    }

    /** All of these are known of the lead. */
    record Has(Set<Known> known) implements Term {
        public Has {
            known = Set.copyOf(known);
        }

        @Override
        public boolean holds(Facts facts) {
            return known.stream().allMatch(fact -> fact.of.apply(facts.lead()) != null);
        }
    }

    /** The lead can and may be reached by all of these. */
    record Reachable(Set<Medium> media) implements Term {
        public Reachable {
            media = Set.copyOf(media);
        }

        @Override
        public boolean holds(Facts facts) {
            return media.stream().allMatch(facts::reaches);
        }
    }

    /** A link of one of these steps was clicked. */
    record Clicked(Set<String> steps) implements Term {
        public Clicked {
            steps = Set.copyOf(steps);
        }

        @Override
        public boolean holds(Facts facts) {
            return steps.stream().anyMatch(facts::clicked);
        }
    }

    /** Whoever did the step noted one of these answers. */
    record Answered(String step, Set<String> answers) implements Term {
        public Answered {
            answers = Set.copyOf(answers);
        }

        @Override
        public boolean holds(Facts facts) {
            return facts.answer(step).filter(answers::contains).isPresent();
        }
    }

    enum Fact {
        SOURCE(lead -> lead.origin().source()),
        COUNTRY(lead -> lead.contact().country()),
        /** Without region: a lead that speaks {@code en-GB} speaks {@code en}. */
        LANGUAGE(lead -> primary(lead.contact().language()));

        private final Function<Lead, @Nullable String> of;

        Fact(Function<Lead, @Nullable String> of) {
            this.of = of;
        }

        @Nullable String of(Lead lead) {
            return of.apply(lead);
        }

        private static @Nullable String primary(@Nullable String language) {
            return language == null || language.indexOf('-') < 0
                    ? language
                    : language.substring(0, language.indexOf('-'));
        }
    }

    enum Known {
        EMAIL(lead -> lead.contact().email()),
        PHONE(lead -> lead.contact().phone()),
        ADDRESS(lead -> complete(lead.contact())),
        REFERRER(lead -> lead.origin().referrer()),
        CONVERSATION(Lead::lastConversation);

        private final Function<Lead, @Nullable Object> of;

        Known(Function<Lead, @Nullable Object> of) {
            this.of = of;
        }

        private static @Nullable Object complete(Contact contact) {
            return contact.address() != null && contact.address().isComplete() ? contact.address() : null;
        }
    }

    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        AT_LEAST(">="),
        MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(int compared) {
            return switch (this) {
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case EQUAL -> compared == 0;
                case AT_LEAST -> compared >= 0;
                case MORE -> compared > 0;
            };
        }
    }
}
