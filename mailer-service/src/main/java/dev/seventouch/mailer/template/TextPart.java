package dev.seventouch.mailer.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text part of a mail whose author wrote only HTML: what a reader would see of it, with blank lines between paragraphs, a
 * line under headings, signs or numbers before what is listed, and each link's address behind its words.
 */
final class TextPart {

    private static final Set<String> UNSEEN = Set.of("head", "title", "style", "script", "template", "noscript");
    private static final Set<String> APART = Set.of("p", "ul", "ol", "blockquote", "table", "pre", "figure", "dl");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|mso-hide\\s*:\\s*all");

    /** What mails are padded with so that nothing follows their first words in a list of mails. */
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u00ad\\u034f\\u200b\\u200c\\u2060\\ufeff]");

    /** Schemes of which the words behind them say it all. */
    private static final Pattern BARE = Pattern.compile("(?i)^(mailto|tel):");

    private static final int LONGEST_LINE = 60;

    private TextPart() {}

    static String of(String html) {
        Writing writing = new Writing();
        Jsoup.parse(html).body().traverse(writing);
        return writing.written();
    }

    /** A list that is being read. */
    private static final class Numbering {

        private final boolean isOrdered;
        private int number;

        Numbering(boolean isOrdered, int before) {
            this.isOrdered = isOrdered;
            this.number = before;
        }

        String next() {
            number++;
            return isOrdered ? number + ". " : "- ";
        }
    }

    private static final class Writing implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final Deque<Numbering> lists = new ArrayDeque<>();
        private final Deque<String> indents = new ArrayDeque<>();
        private final Deque<Integer> begun = new ArrayDeque<>();

        /** Line ends that are owed before the next word; they are never more than two. */
        private int owed;

        private boolean isSpaceOwed;
        private String mark = "";
        private int unseen;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (unseen == 0) {
                    say(words.getWholeText());
                }
            } else if (node instanceof Element element) {
                if (isUnseen(element)) {
                    unseen++;
                }
                if (unseen == 0) {
                    begin(element, element.normalName());
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (unseen == 0) {
                    end(element, element.normalName());
                }
                if (isUnseen(element)) {
                    unseen--;
                }
            }
        }

        private static boolean isUnseen(Element element) {
            return UNSEEN.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || HIDDEN.matcher(element.attr("style")).find();
        }

        private void begin(Element element, String name) {
            if (HEADINGS.contains(name)) {
                owe(2);
            } else if (name.equals("ul") || name.equals("ol")) {
                owe(lists.isEmpty() ? 2 : 1);
                lists.push(new Numbering(name.equals("ol"), start(element) - 1));
            } else if (name.equals("li")) {
                owe(1);
                mark = lists.isEmpty() ? "- " : lists.element().next();
                indents.push(" ".repeat(mark.length()));
            } else if (name.equals("blockquote")) {
                owe(2);
                indents.push("> ");
            } else if (APART.contains(name)) {
                owe(isFirstIn(element, "li") ? 0 : 2);
            } else if (name.equals("td") || name.equals("th")) {
                beginCell(element);
            } else if (name.equals("br")) {
                isSpaceOwed = false;
                owed = Math.min(2, owed + 1);
            } else if (name.equals("hr")) {
                owe(2);
                say("-".repeat(LONGEST_LINE));
                owe(2);
            } else if (name.equals("img")) {
                say(element.attr("alt"));
            } else if (element.isBlock()) {
                owe(isFirstIn(element, "li") ? 0 : 1);
            }
            if (name.equals("a") || HEADINGS.contains(name)) {
                begun.push(text.length());
            }
        }

        private void end(Element element, String name) {
            if (name.equals("a")) {
                link(element, text.substring(Math.min(text.length(), begun.pop())));
            } else if (HEADINGS.contains(name)) {
                underline(text.substring(Math.min(text.length(), begun.pop())).strip(), name);
                owe(2);
            } else if (name.equals("ul") || name.equals("ol")) {
                lists.pop();
                owe(lists.isEmpty() ? 2 : 1);
            } else if (name.equals("li")) {
                indents.pop();
                mark = "";
                owe(1);
            } else if (name.equals("blockquote")) {
                indents.pop();
                owe(2);
            } else if (APART.contains(name)) {
                owe(2);
            } else if (name.equals("td") || name.equals("th")) {
                isSpaceOwed = true;
            } else if (element.isBlock()) {
                owe(1);
            }
        }

        /** In a table that holds data a row is a line; in one that only lays out, a cell is a block. */
        private void beginCell(Element cell) {
            Element row = cell.parent();
            boolean isData = row != null && row.children().stream().noneMatch(Writing::holdsBlocks);
            if (isData && cell.elementSiblingIndex() > 0) {
                isSpaceOwed = true;
            } else {
                owe(1);
            }
        }

        private static boolean holdsBlocks(Element cell) {
            return cell.children().stream().anyMatch(Element::isBlock);
        }

        private static boolean isFirstIn(Element element, String parent) {
            Element around = element.parent();
            return around != null && around.normalName().equals(parent) && element.elementSiblingIndex() == 0;
        }

        private static int start(Element list) {
            String start = list.attr("start");
            return start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
        }

        /** Between angle brackets, as RFC 3986 appendix C has it, so that no sign after it is taken for a part of it. */
        private void link(Element element, String words) {
            String address = element.attr("href").strip();
            String shown = words.strip();
            boolean isBare = BARE.matcher(address).find();
            String said = plain(BARE.matcher(address).replaceFirst(""));
            // "Ring +49 40 …" says where it leads.
            boolean isSaid = isBare ? plain(shown).endsWith(said) : plain(shown).equals(said);
            if (!address.isEmpty() && !address.startsWith("#") && !isSaid) {
                say((shown.isEmpty() ? "" : " ") + "<" + address + ">");
            }
        }

        private static String plain(String words) {
            return words.toLowerCase(Locale.ROOT)
                    .replaceFirst("^(https?://)?(www\\.)?", "")
                    .replaceAll("[\\s()/-]", "");
        }

        private void underline(String heading, String name) {
            if (!heading.isEmpty()) {
                owe(1);
                String sign = name.equals("h1") ? "=" : "-";
                say(sign.repeat(Math.clamp(heading.length(), 3, LONGEST_LINE)));
            }
        }

        private void owe(int lines) {
            isSpaceOwed = false;
            owed = Math.max(owed, lines);
        }

        private void say(String words) {
            String seen = ZERO_WIDTH.matcher(words).replaceAll("").replaceAll("[\\s\\u00a0]+", " ");
            if (seen.isBlank()) {
                isSpaceOwed |= !seen.isEmpty() && owed == 0;
                return;
            }
            boolean isSpaced = isSpaceOwed || seen.startsWith(" ");
            if (text.isEmpty()) {
                text.append(indent(true));
            } else if (owed > 0) {
                text.append("\n")
                        .append(owed > 1 ? indent(false).stripTrailing() + "\n" : "")
                        .append(indent(true));
            } else if (isSpaced) {
                text.append(' ');
            }
            text.append(seen.strip());
            owed = 0;
            isSpaceOwed = seen.endsWith(" ");
        }

        /** @param isWithMark whether what is listed begins here: its sign or number takes the place of its indent */
        private String indent(boolean isWithMark) {
            StringBuilder all = new StringBuilder();
            for (var each = indents.descendingIterator(); each.hasNext(); ) {
                all.append(each.next());
            }
            if (isWithMark && !mark.isEmpty()) {
                all.setLength(all.length() - mark.length());
                all.append(mark);
                mark = "";
            }
            return all.toString();
        }

        String written() {
            return text.isEmpty() ? "" : text.append('\n').toString();
        }
    }
}
