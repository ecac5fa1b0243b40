package dev.seventouch.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;

/** Every page in every language. Copies are under {@code target/pages}, to be looked at in a browser. */
class PagesTest {
    private static final Path COPIES = Path.of("target", "pages");

    static Stream<Arguments> pages() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(
                        page("busy", "", language, Map.of()),
                        page("called", "", language, Map.of()),
                        page("called", "by-name", language, Map.of("owner", "Mara Lindqvist")),
                        page("confirm", "", language, Map.of()),
                        page("confirmed", "", language, Map.of()),
                        page("gone", "", language, Map.of()),
                        page(
                                "mistaken",
                                "",
                                language,
                                Map.of("problems", List.of(Map.of("field", "email", "message", "has no @")))),
                        page("preferences", "", language, preferences(language)),
                        page("preferred", "", language, Map.of()),
                        page("ready", "", language, Map.of()),
                        page("ready", "by-name", language, Map.of("owner", "Mara Lindqvist")),
                        page("stop", "", language, Map.of()),
                        page("stopped", "", language, Map.of()),
                        page("thank-you", "", language, Map.of("confirm", false)),
                        page("thank-you", "to-confirm", language, Map.of("confirm", true)),
                        page("too-late", "", language, Map.of()),
                        page("too-often", "", language, Map.of())));
    }

    private static Arguments page(String name, String variant, Language language, Map<String, Object> model) {
        return Arguments.of(name, variant, language, model);
    }

    private static Map<String, Object> preferences(Language language) {
        return Map.of(
                "incomplete",
                true,
                "lessOften",
                true,
                "media",
                List.of(
                        Map.of("name", "email", "wanted", true),
                        Map.of("name", "post", "wanted", false),
                        Map.of("name", "phone", "wanted", false)),
                "topics",
                Stream.of("market", "law", "price", "product", "maintenance", "references")
                        .map(topic -> Map.of("name", topic, "label", language.topic(topic), "wanted", true))
                        .toList(),
                "pausedUntil",
                language.day(java.time.LocalDate.of(2027, 2, 1)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void speaks_its_language_and_leaves_nothing_unsaid(
            String name, String variant, Language language, Map<String, Object> model) throws IOException {
        String page = pageOf(name, language, model);

        assertThat(page)
                .contains("<html lang=\"" + language.tag() + "\">", "<title>", "<h1>")
                .doesNotContain("${", "<#", "{owner}", "{day}", "null", "<script");
        if (language != Language.EN) {
            assertThat(headingOf(page)).isNotEqualTo(headingOf(pageOf(name, Language.EN, model)));
        }
        Files.createDirectories(COPIES);
        Files.writeString(COPIES.resolve(String.join("-", name, language.tag(), variant) + ".html"), page);
    }

    private static String headingOf(String page) {
        return page.replaceAll("(?s)^.*<h1>|</h1>.*$", "");
    }

    private static String pageOf(String name, Language language, Map<String, Object> model) {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassLoaderForTemplateLoading(PagesTest.class.getClassLoader(), "/dev/seventouch/intake/pages/");
        String page =
                new Pages(templates).show(HttpStatus.OK, name, language, model).getBody();
        return page == null ? "" : page;
    }
}
