package dev.seventouch.mailer.template;

import freemarker.template.Template;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template may say: show a value, choose, and go through a list. No variables, macros, includes, ranges, regular
 * expressions or evaluation, and lists are nested at most twice; so a template can neither reach out nor run for long.
 *
 * <p>It reads the canonical form that FreeMarker prints of what it parsed, not the author's source, so comments and
 * spellings can't hide anything.
 */
final class AllowedSpeech {

    private static final Set<String> DIRECTIVES =
            new TreeSet<>(Set.of("if", "elseif", "else", "list", "items", "sep", "break", "continue"));
    private static final Set<String> BUILTINS = new TreeSet<>(Set.of(
            "has_content",
            "size",
            "length",
            "first",
            "last",
            "join",
            "keys",
            "values",
            "trim",
            "cap_first",
            "uncap_first",
            "capitalize",
            "lower_case",
            "upper_case",
            "truncate",
            "starts_with",
            "ends_with",
            "contains",
            "is_first",
            "is_last",
            "index",
            "counter",
            "has_next",
            "then",
            "string",
            "number",
            "url"));
    private static final Pattern BUILTIN = Pattern.compile("(?<!\\?)\\?\\s*([A-Za-z_]\\w*)");
    private static final Pattern SPECIAL = Pattern.compile("(?:^|[^\\w\\])\"'.])\\.([A-Za-z_]\\w*)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.])(" + String.join("|", TouchModel.NAMES.keySet()) + ")\\s*\\.\\s*(\\w+)");
    private static final int DEEPEST = 2;

    private final String canonical;
    private final TemplateSource.Passage passage;
    private int depth;

    private AllowedSpeech(String canonical, TemplateSource.Passage passage) {
        this.canonical = canonical;
        this.passage = passage;
    }

    static void check(Template template, TemplateSource.Passage passage) throws TemplateMistake {
        new AllowedSpeech(template.toString(), passage).checkAll();
        if (passage.words().stripLeading().startsWith("<#ftl")) {
            throw new TemplateMistake(passage.line(), 1, "<#ftl> is not allowed in a template");
        }
    }

    private void checkAll() throws TemplateMistake {
        int at = 0;
        while (at < canonical.length()) {
            if (canonical.startsWith("${", at) || canonical.startsWith("#{", at)) {
                int end = endOfSpeech(at + 2, '}');
                checkSpeech(canonical.substring(at + 2, end));
                at = end;
            } else if (canonical.startsWith("</#list", at)) {
                depth--;
                at += 2;
            } else if (canonical.startsWith("<#--", at)) {
                int end = canonical.indexOf("-->", at);
                at = end < 0 ? canonical.length() : end;
            } else if (canonical.startsWith("<#", at) || canonical.startsWith("<@", at)) {
                at = checkDirective(at);
            } else {
                at++;
            }
        }
    }

    private int checkDirective(int at) throws TemplateMistake {
        int nameEnd = at + 2;
        while (nameEnd < canonical.length() && Character.isLetterOrDigit(canonical.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = canonical.substring(at + 2, nameEnd);
        if (canonical.charAt(at + 1) == '@' || !DIRECTIVES.contains(name)) {
            throw refused(
                    "<" + canonical.charAt(at + 1) + name + ">",
                    "directives that may are " + String.join(", ", DIRECTIVES));
        }
        if (name.equals("list") && ++depth > DEEPEST) {
            throw refused("a list in a list in a list", "nest two at most");
        }
        int end = endOfSpeech(nameEnd, '>');
        checkSpeech(canonical.substring(nameEnd, end));
        return end;
    }

    /** What no lead will ever have would be missing in silence wherever a template has a way out for it. */
    private void checkNames(String speech) throws TemplateMistake {
        Matcher name = NAME.matcher(QUOTED.matcher(speech).replaceAll("\"\""));
        while (name.find()) {
            Set<String> known = TouchModel.NAMES.getOrDefault(name.group(1), Set.of());
            if (!known.contains(name.group(2))) {
                throw refused(name.group(1) + "." + name.group(2), name.group(1) + " has " + String.join(", ", known));
            }
        }
    }

    private void checkSpeech(String speech) throws TemplateMistake {
        checkNames(speech);
        Matcher builtin = BUILTIN.matcher(speech);
        while (builtin.find()) {
            if (!BUILTINS.contains(builtin.group(1))) {
                throw refused("?" + builtin.group(1), "those that may are " + String.join(", ", BUILTINS));
            }
        }
        Matcher special = SPECIAL.matcher(speech);
        if (special.find()) {
            throw refused("." + special.group(1), "use what the model holds");
        }
        if (speech.contains("..")) {
            throw refused("a range", "go through a list of the model");
        }
        if (speech.contains("->")) {
            throw refused("a function", "use <#if> inside of <#list>");
        }
    }

    /** Where a directive or an interpolation ends; a closing sign in a string or between brackets does not end it. */
    private int endOfSpeech(int from, char closing) {
        int open = 0;
        for (int i = from; i < canonical.length(); i++) {
            char c = canonical.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfString(i);
            } else if (c == closing && open == 0) {
                return i;
            } else if (c == '(' || c == '[' || c == '{') {
                open++;
            } else if (c == ')' || c == ']' || c == '}') {
                open--;
            }
        }
        return canonical.length();
    }

    private int endOfString(int from) {
        char quote = canonical.charAt(from);
        for (int i = from + 1; i < canonical.length(); i++) {
            if (canonical.charAt(i) == '\\') {
                i++;
            } else if (canonical.charAt(i) == quote) {
                return i;
            }
        }
        return canonical.length();
    }

    private TemplateMistake refused(String what, String instead) {
        String bare = what.replaceAll("[<>?.#@]", "");
        int found = passage.words().indexOf(bare);
        int line = passage.line();
        int column = passage.column();
        if (found >= 0) {
            String before = passage.words().substring(0, found);
            line += (int) before.chars().filter(c -> c == '\n').count();
            column = found - before.lastIndexOf('\n');
        }
        return new TemplateMistake(line, column, what + " is not allowed in a template; " + instead);
    }
}
