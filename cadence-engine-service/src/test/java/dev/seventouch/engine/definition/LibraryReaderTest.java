package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryReaderTest {
    private static final String ITEM = """
            ---
            subject: What the new rates mean
            kind: market
            reason: the rates changed
            topics: [market, law]
            channels: [email, call]
            for: { source: website, country: [de, AT], language: de, attributes: { industry: [bakery, dairy] } }
            from: 2027-01-01
            until: 2027-03-31
            priority: 8
            ---
            They fell.

            You gain.
            """;

    @Test
    void reads_an_item() {
        assertThat(LibraryReader.read("rates", ITEM))
                .isEqualTo(new Reading.Read<>(new LibraryItem(
                        "rates",
                        "What the new rates mean",
                        "They fell.\n\nYou gain.",
                        LibraryItem.Reason.MARKET,
                        "the rates changed",
                        Set.of("market", "law"),
                        Set.of(Channel.EMAIL, Channel.CALL),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 3, 31),
                        8,
                        Map.of(
                                "source",
                                Set.of("website"),
                                "country",
                                Set.of("DE", "AT"),
                                "language",
                                Set.of("de"),
                                "industry",
                                Set.of("bakery", "dairy")))));
    }

    @Test
    void without_for_an_item_is_for_everybody() {
        assertThat(LibraryReader.read("rates", "---\nsubject: A\nkind: other\nreason: B\n---\nC"))
                .isEqualTo(new Reading.Read<>(new LibraryItem(
                        "rates",
                        "A",
                        "C",
                        LibraryItem.Reason.OTHER,
                        "B",
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        5,
                        Map.of())));
    }

    @Test
    void facts_are_by_industry_whatever_its_case() {
        String item =
                "---\nsubject: A\nkind: other\nreason: B\nfacts:\n  Bakery: Ovens run at night.\n  otherwise: It depends.\n---\nC";
        assertThat(LibraryReader.read("rates", item))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(((LibraryItem) read.definition()).facts())
                                .isEqualTo(Map.of("bakery", "Ovens run at night.", "otherwise", "It depends.")));
        assertThat(mistakes("rates", item.replace("otherwise", "bakery")))
                .containsExactly("7:3 this industry is here a second time: case makes no difference");
        assertThat(mistakes("rates", item.replace("facts:", "fact:")))
                .containsExactly("5:1 \"fact\" is not known here; did you mean \"facts\"?");
        assertThat(mistakes("rates", item.replace("\n  Bakery: Ovens run at night.\n  otherwise: It depends.", " [a]")))
                .containsExactly("5:8 expected a mapping by industry; found a list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: market          | kind: markets               | 3:7 "markets": expected one of market, law, price, product, event, season, absence, other; did you mean "market"?
            subject:              | Subject:                    | 2:1 "Subject" is not known here; did you mean "subject"?
            mean↵                 | mean↵subject: Again↵        | 3:1 "subject" is here a second time
            reason: the rates changed↵ |                        | 2:1 "reason" is missing; for example reason: the rates changed this month
            subject: What the     | subject: "a\\nb" #          | 2:10 "a b": expected a single line
            [email, call]         | [email, fax]                | 6:19 "fax": expected one of email, letter, card, call, visit, note, gift
            2027-03-31            | 2026-12-31                  | 9:8 the last day is before the first, 2027-01-01
            2027-03-31            | 03-31                       | 9:8 "03-31": expected a date, such as 2027-03-31
            priority: 8           | priority: high              | 10:11 "high": expected a whole number of 1 or more
            source: website       | sources: website            | 7:8 "sources" is not known here; did you mean "source"?
            source: website       | industry: bakery            | 7:8 "industry" is not known here; there are source, country, language, attributes
            [de, AT]              | [Austria]                   | 7:35 "Austria": expected a country of ISO 3166, such as DE; did you mean "AT"?
            industry: [           | language: [                 | 7:72 "language" is a fact, not an attribute; name it beside "attributes"
            { industry: [bakery, dairy] } | industry            | 7:70 expected a mapping by attribute; found "industry"
            [bakery, dairy]       | []                          | 7:82 expected at least one; found an empty list
            """)
    void names_each_mistake_at_its_place_in_the_file(String original, String changed, String mistake) {
        String found = original.replace("↵", "\n");
        assertThat(ITEM).containsOnlyOnce(found);
        assertThat(mistakes("rates", ITEM.replace(found, changed == null ? "" : changed.replace("↵", "\n"))))
                .containsExactly(mistake);
    }

    @Test
    void an_item_has_fields_between_fences_and_words_under_them() {
        assertThat(mistakes("rates", "subject: A"))
                .containsExactly("1:1 an item begins with its fields between two lines of \"---\"");
        assertThat(mistakes("rates", "---\nsubject: A\nkind: other\nreason: B\n---\n"))
                .containsExactly("2:1 an item has at least one paragraph under its fields");
        assertThat(mistakes("rates", "---\n---\nA")).containsExactly("2:1 there is nothing here");
    }

    @Test
    void the_name_of_the_file_is_the_id() {
        assertThat(mistakes("New Rates", ITEM))
                .containsExactly(
                        "2:1 the file's name is the item's id: expected lower-case letters, digits and hyphens, at most 60");
    }

    /** Whatever is written, the answer is a reading, never an exception. */
    @Property(tries = 500)
    void nothing_written_is_too_strange(@ForAll String text) {
        assertThat(LibraryReader.read("rates", "---\n" + text + "\n---\nA")).isInstanceOf(Reading.class);
    }

    private static List<String> mistakes(String id, String text) {
        return switch (LibraryReader.read(id, text)) {
            case Reading.Read<LibraryItem>(var item) -> throw new AssertionError("read " + item);
            case Reading.Broken<LibraryItem>(var problems) ->
                problems.stream().map(Plans::brief).toList();
        };
    }
}
