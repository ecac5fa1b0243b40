package dev.seventouch.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** How a form gets into somebody's page. */
final class Embedding {
    private static final String SCRIPT = read("embed.js");

    private Embedding() {}

    /**
     * The script of a form. A page of another house can read our answers only if the form names it; where it can't, the
     * script leaves the form to the browser.
     */
    static String script(Form form) {
        Guard.FillTime fillTime = form.guard().fillTime();
        return SCRIPT.replace("__FORM__", quoted(form.id()))
                .replace("__FILL_TIME__", quoted(fillTime == null ? null : fillTime.field()))
                .replace(
                        "__THANK_YOU__",
                        quoted(form.thankYou() == null ? null : form.thankYou().toString()))
                .replace("__ANYWHERE__", String.valueOf(!form.guard().origins().isEmpty()));
    }

    /** A literal of JavaScript that also fits into a page. */
    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (Character.isLetterOrDigit(c) && c < 128) {
                literal.append((char) c);
            } else {
                literal.append(String.format("\\u%04x", c));
            }
        });
        return literal.append('"').toString();
    }

    /** @param base of intake, as the page's readers reach it */
    static String snippet(Form form, String base) {
        String action = HtmlUtils.htmlEscape(base + "/forms/" + form.id());
        StringBuilder html = new StringBuilder();
        html.append("<form data-seventouch=\"")
                .append(form.id())
                .append("\" action=\"")
                .append(action)
                .append("\" method=\"post\">\n");
        Control.of(form).forEach(control -> html.append(control.html()));
        if (form.honeypot() != null) {
            html.append("  <input name=\"")
                    .append(HtmlUtils.htmlEscape(form.honeypot()))
                    .append("\" tabindex=\"-1\" autocomplete=\"off\" aria-hidden=\"true\"")
                    .append(" style=\"position:absolute;left:-9999px\">\n");
        }
        Form.Question question = form.consent();
        if (question != null && question.field() != null) {
            html.append("  <label><input type=\"checkbox\" name=\"")
                    .append(HtmlUtils.htmlEscape(question.field()))
                    .append(form.required().contains(question.field()) ? "\" required> " : "\"> ")
                    .append(HtmlUtils.htmlEscape(question.wording()))
                    .append("</label>\n");
        } else if (question != null) {
            html.append("  <p>")
                    .append(HtmlUtils.htmlEscape(question.wording()))
                    .append("</p>\n");
        }
        return html.append("  <button>Send</button>\n  <output></output>\n</form>\n<script src=\"")
                .append(action)
                .append("/embed.js\" async></script>\n")
                .toString();
    }

    private static String read(String name) {
        try (InputStream in = Embedding.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
