package dev.seventouch.mailer.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateShelf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Each feature of HTML and CSS that the shipped, compiled mails use is supported by Gmail, Outlook and Apple Mail, or does no harm
 * where it isn't. What Outlook alone reads, in its comments, is Outlook's own.
 */
class ClientSupportTest {

    /**
     * Feature | its name at caniemail.com, or - if it has none | what becomes of it where it is not or only partly supported;
     * nothing if all of them support it.
     */
    private static final String FEATURES = """
            <html>                    | html-doctype                      | Outlook on Windows takes no doctype: it lays tables out without one too
            <head>                    | -                                 | holds only title, meta and style
            <title>                   | -                                 | shown by browsers only
            <meta>                    | html-meta-color-scheme            | the mail stays light, with its own colours on its own ground
            <style>                   | html-style                        | what must hold without it stands at the element, and it is in the head
            <body>                    | html-body                         | made into a div with the same style; the ground is a table's or div's as well
            <div>                     | html-div                          |
            <table>                   | html-table                        |
            <tbody>                   | html-table                        |
            <tr>                      | html-table                        |
            <td>                      | html-table                        |
            <p>                       | html-p                            |
            <ol>                      | html-lists                        | "reversed" and "value" are not: no list has them
            <li>                      | html-lists                        | "reversed" and "value" are not: no list has them
            <b>                       | html-strong                       |
            <br>                      | -                                 | as old as mail in HTML
            <span>                    | html-span                         |
            <a>                       | html-mailto-links                 |
            <h1>                      | html-h1-h6                        |
            <h2>                      | html-h1-h6                        |
            align=                    | html-align                        | Outlook on macOS does not float a table by it: here it only centres
            border=                   | -                                 | as old as tables
            cellpadding=              | html-cellpadding                  |
            cellspacing=              | html-cellspacing                  |
            charset=                  | -                                 | the mail's own header says UTF-8
            class=                    | css-selector-class                | without a style sheet the element's own style holds
            content=                  | html-meta-color-scheme            | of meta
            dir=                      | html-dir                          | it says what holds anyway: from left to right
            href=                     | html-mailto-links                 |
            http-equiv=               | -                                 | of meta: the mail's own header says it
            media=                    | -                                 | of style: where it is not heeded, a column has all the width anyway
            lang=                     | html-lang                         |
            name=                     | html-meta-color-scheme            | of meta
            role=                     | html-role                         | only the old Windows Mail removes it: a reader then says "table"
            style=                    | -                                 | each of its properties is in this table
            type=                     | -                                 | of style, and what holds anyway
            width=                    | html-width                        | of tables, in per cent: what is buggy are images
            xmlns:o=                  | -                                 | for Outlook; others pass it over
            xmlns:v=                  | -                                 | for Outlook; others pass it over
            xmlns=                    | -                                 | others pass it over
            -ms-interpolation-mode    | -                                 | for images, of which there are none
            -ms-text-size-adjust      | -                                 | for old phones by Microsoft
            -webkit-text-size-adjust  | -                                 | a phone may set small print larger
            background                | css-background                    | a colour only, which all support
            background-color          | css-background-color              |
            border                    | css-border                        | 0, of images and tables
            border-collapse           | css-border-collapse               |
            border-color              | css-border                        | in the dark only: the line stays light
            border-left               | css-border                        | at a cell, three pixels wide, as Outlook wants it
            border-radius             | css-border-radius                 | the button has corners
            border-top                | css-border                        | at a cell, four pixels wide
            color                     | -                                 | all support it
            color-scheme              | css-color-scheme                  | the mail stays light
            direction                 | css-direction                     | it says what holds anyway
            display:block             | css-display                       | of images, of which there are none
            display:inline-block      | css-display                       | a column of all the width, or a button that is a link
            display:none              | css-display-none                  | Outlook hides no table by it: what is hidden is a div without one
            font-family               | css-font                          |
            font-size                 | css-font-size                     | in pixels only
            font-weight               | css-font-weight                   | 600, which Outlook shows as bold
            height                    | css-height                        | of a spacer; without it there is a little less space
            letter-spacing            | css-letter-spacing                | of small headings: a little narrower
            line-height               | css-line-height                   | without a unit, but for the spacer, which may be a little off
            margin                    | css-margin                        | none is negative; those that are auto only centre, which align does as well
            margin-top                | css-margin                        | not negative
            max-height                | css-max-height                    | of what is hidden anyway
            max-width                 | css-max-width                     | Outlook takes the width of its own table, or all of the window
            mso-table-lspace          | -                                 | for Outlook alone
            mso-table-rspace          | -                                 | for Outlook alone
            outline                   | css-outline                       | of images, of which there are none
            overflow                  | css-overflow                      | of what is hidden anyway
            overflow-wrap             | css-overflow-wrap                 | a long word makes the owner's table wider
            padding                   | css-padding                       | at cells; the owner's alert loses a margin and its button's rim
            padding-left              | css-padding                       | a list is set in by the client's own measure
            supported-color-schemes   | css-color-scheme                  | the mail stays light
            text-align                | css-text-align                    | left and center, which all support
            text-decoration           | css-text-decoration               | none, of the button: it is underlined where that is not supported
            text-transform            | css-text-transform                | uppercase, which all support
            vertical-align            | css-vertical-align                |
            white-space               | css-white-space                   | a name in the owner's table may break
            width                     | css-width                         | of tables and columns; a column has all the width anyway
            word-break                | css-word-break                    | a long word makes its column wider
            word-spacing              | css-word-spacing                  | normal, which is what holds anyway
            !important                | css-important                     | in the style sheet, in lower case, with a space before it
            @media (max-width)        | css-at-media                      | a phone shows wider margins
            @media (min-width)        | css-at-media                      | a column has all the width anyway
            @media (prefers-color-scheme) | css-at-media-prefers-color-scheme | the mail stays light
            selector .class           | css-selector-class                | without a style sheet the element's own style holds
            selector #id              | css-selector-id                   | for an Outlook on the web of long ago
            selector type             | css-selector-type                 | without a style sheet the client's own margins hold
            selector a b              | css-selector-descendant           | in the dark only, and for Thunderbird: the mail stays light
            selector a > b            | css-selector-child                | in the dark and on phones only: light, and wider margins
            selector a, b             | css-selector-grouping             | without a style sheet the element's own style holds
            selector td.class         | css-selector-chaining             | names in the owner's table are as dark as values, and may break
            selector :root            | -                                 | for the colour scheme only
            to https:                 | -                                 | as old as mail in HTML
            to mailto:                | html-mailto-links                 |
            to tel:                   | -                                 | where nothing can ring, the number is read
            """;

    private static final Map<String, String[]> TABLE = FEATURES.lines()
            .map(line -> line.split("\\|", -1))
            .collect(Collectors.toMap(
                    row -> row[0].strip(),
                    row -> new String[] {row[1].strip(), row[2].strip()},
                    (one, _) -> {
                        throw new IllegalStateException(one[0] + " is there twice");
                    },
                    TreeMap::new));

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern MEDIA = Pattern.compile("@media\\s+([^{]*)\\{");
    private static final Pattern CONDITION = Pattern.compile("\\(\\s*([\\w-]+)");

    @Test
    void whatever_the_shipped_mails_use_is_in_the_table_and_nothing_else() throws Exception {
        Set<String> unheardOf = used();
        Set<String> stale = new TreeSet<>(TABLE.keySet());
        stale.removeAll(unheardOf);
        unheardOf.removeAll(TABLE.keySet());
        assertThat(unheardOf).as("used, and not in the table").isEmpty();
        assertThat(stale).as("in the table, and not used").isEmpty();
    }

    @Test
    void what_is_not_in_the_table_is_found() {
        Set<String> found = new TreeSet<>();
        collect(
                Jsoup.parse("<style>@media (hover) { a + b { float: left; } }</style><video style=\"position:fixed\">"),
                found);
        assertThat(found).contains("<video>", "position", "float", "@media (hover)", "selector a + b");
    }

    /** By caniemail's data: an empty fallback is one that nobody needs. */
    @Test
    void the_table_is_right_about_who_supports_what() throws Exception {
        String script = """
                let data;
                try { data = require('caniemail/caniemail.json').data; } catch (e) { console.log('ABSENT'); process.exit(0); }
                for (const slug of process.argv.slice(1)) {
                    const feature = data.find((one) => one.slug === slug);
                    const latest = ['gmail', 'outlook', 'apple-mail'].flatMap((client) =>
                        Object.values((feature ?? { stats: {} }).stats[client] ?? {}).map((all) => Object.values(all).at(-1)));
                    console.log(slug, !feature ? 'unknown' : latest.every((one) => one.startsWith('y')) ? 'all' : 'some');
                }
                """;
        List<String> slugs = TABLE.values().stream()
                .map(row -> row[0])
                .filter(slug -> !slug.equals("-"))
                .distinct()
                .toList();
        List<String> command = new ArrayList<>(List.of("node", "-e", script));
        command.addAll(slugs);
        String said;
        try {
            Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
            said = new String(node.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            said = "ABSENT";
        }
        if (said.strip().equals("ABSENT")) {
            System.out.println(
                    "SKIPPED: caniemail's data, because node does not find them (npm install caniemail, and NODE_PATH on"
                            + " its node_modules)");
            return;
        }
        Map<String, String> support = said.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        assertThat(support.keySet()).as(said).containsExactlyInAnyOrderElementsOf(slugs);
        assertThat(support).doesNotContainValue("unknown").containsValues("all", "some");
        TABLE.forEach((feature, row) -> {
            if (support.getOrDefault(row[0], "some").equals("some")) {
                assertThat(row[1]).as(feature).isNotEmpty();
            } else {
                assertThat(row[1]).as(feature).isEmpty();
            }
        });
    }

    private static Set<String> used() throws Exception {
        TemplateShelf shelf = Campaign.shelf();
        Set<String> used = new TreeSet<>();
        for (TemplateShelf.Entry entry : shelf.entries()) {
            Template template = Objects.requireNonNull(entry.good());
            if (template.kind() == Kind.EMAIL) {
                String html = shelf.fill(
                                template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown()))
                        .html();
                collect(Jsoup.parse(html), used);
            }
        }
        // Only where no phone is known.
        used.add("to mailto:");
        return used;
    }

    private static void collect(Document mail, Set<String> used) {
        for (Element element : mail.getAllElements()) {
            if (element == mail) {
                continue;
            }
            used.add("<" + element.normalName() + ">");
            element.attributes().forEach(attribute -> used.add(attribute.getKey() + "="));
            declarations(element.attr("style"), used);
            if (element.hasAttr("href")) {
                used.add("to " + element.attr("href").replaceFirst(":.*", ":"));
            }
        }
        mail.select("style").forEach(sheet -> rules(sheet.data(), used));
    }

    private static void rules(String sheet, Set<String> used) {
        MEDIA.matcher(sheet)
                .results()
                .map(MatchResult::group)
                .forEach(media -> CONDITION
                        .matcher(media)
                        .results()
                        .forEach(condition -> used.add("@media (" + condition.group(1) + ")")));
        String flat = MEDIA.matcher(sheet).replaceAll("");
        RULE.matcher(flat).results().forEach(rule -> {
            selector(rule.group(1).replace("}", "").strip(), used);
            declarations(rule.group(2), used);
        });
    }

    private static void selector(String selector, Set<String> used) {
        if (selector.contains(",")) {
            used.add("selector a, b");
        }
        for (String one : selector.split(",", -1)) {
            String bare = one.strip();
            if (bare.contains(" > ")) {
                used.add("selector a > b");
            } else if (bare.matches(".*\\s[+~]\\s.*")) {
                used.add("selector " + bare);
            } else if (bare.contains(" ")) {
                used.add("selector a b");
            }
            for (String part : bare.split("[\\s>+~]+", -1)) {
                used.add(
                        part.startsWith(".")
                                ? "selector .class"
                                : part.startsWith("#")
                                        ? "selector #id"
                                        : part.matches("\\w+")
                                                ? "selector type"
                                                : part.matches("\\w+\\.\\w+")
                                                        ? "selector td.class"
                                                        : "selector " + part);
            }
        }
    }

    private static void declarations(String style, Set<String> used) {
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String name = declaration.substring(0, colon).strip();
                String value = declaration.substring(colon + 1).strip();
                used.add(name.equals("display") ? "display:" + value : name);
                if (value.contains("!important")) {
                    used.add("!important");
                }
            }
        }
    }
}
