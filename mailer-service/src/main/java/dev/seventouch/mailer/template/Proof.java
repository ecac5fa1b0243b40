package dev.seventouch.mailer.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries a template on made-up leads, so that what is missing is found before anybody is written to. */
public final class Proof {

    /** How FreeMarker says that something is not there. */
    private static final Pattern MISSING = Pattern.compile("null or missing: ==> ([\\w.]+)");

    private final TemplateShelf shelf;
    private final Sender sender;

    public Proof(TemplateShelf shelf, Sender sender) {
        this.shelf = shelf;
        this.sender = sender;
    }

    /**
     * The template filled for a lead of whom all is known, after it was tried on one of whom little is, and on those of whom
     * one thing isn't.
     *
     * @throws TemplateMistake if it does not hold for one of them
     */
    public Rendered of(Template template) throws TemplateMistake {
        Rendered first = null;
        for (Map<String, Object> model : SampleTouches.models(template, sender)) {
            Rendered rendered = filled(template, model);
            String missing = rendered.missingImage();
            if (missing != null) {
                throw new TemplateMistake(
                        1,
                        1,
                        "it shows the image \"" + missing + "\", which it does not bring along: add \"=== image "
                                + missing + "\"");
            }
            if (template.kind() == Kind.EMAIL) {
                checkWaysOut(template, rendered);
            }
            first = first == null ? rendered : first;
        }
        return java.util.Objects.requireNonNull(first);
    }

    private Rendered filled(Template template, Map<String, Object> model) throws TemplateMistake {
        try {
            return shelf.fill(template, template.kind() == Kind.LAYOUT ? framed(model) : model);
        } catch (TemplateMistake e) {
            Matcher missing = MISSING.matcher(String.valueOf(e.getMessage()));
            throw missing.find() ? new TemplateMistake(e.line(), e.column(), cure(missing.group(1))) : e;
        }
    }

    private static String cure(String missing) {
        return missing.split("\\.", 2)[0].equals("item")
                ? "not every touch brings an item of the library: put <#if item??> around this, or say \"needs: item\" in the"
                        + " front matter if it is only for touches that do"
                : missing + " is not always known: give a default, as in ${(" + missing + ")!\"…\"}, or put <#if ("
                        + missing + ")??> around it";
    }

    private static Map<String, Object> framed(Map<String, Object> model) {
        Map<String, Object> framed = new java.util.LinkedHashMap<>(model);
        framed.put("content", "…");
        framed.put("subject", "…");
        framed.put("preheader", "…");
        framed.put("language", "en");
        return framed;
    }

    /**
     * CAN-SPAM wants a postal address and an opt-out; the product wants the other way out as well, in both parts. A request
     * to confirm may offer nothing else yet.
     */
    private void checkWaysOut(Template template, Rendered rendered) throws TemplateMistake {
        if (template.to() != dev.seventouch.events.touch.Recipient.LEAD) {
            return;
        }
        String confirm = SampleTouches.WAYS.confirm().toString();
        String readyToBuy = SampleTouches.WAYS.readyToBuy().toString();
        boolean asksToConfirm = rendered.html().contains(confirm);
        for (Map.Entry<String, String> wanted : Map.of(
                        "links.unsubscribe",
                        SampleTouches.WAYS.unsubscribe().toString(),
                        asksToConfirm ? "links.confirm" : "links.readyToBuy",
                        asksToConfirm ? confirm : readyToBuy)
                .entrySet()) {
            if (!rendered.html().contains(wanted.getValue())) {
                throw new TemplateMistake(
                        1, 1, "a mail to a lead shows " + wanted.getKey() + "; the html part doesn't");
            }
            if (rendered.text() == null || !rendered.text().contains(wanted.getValue())) {
                throw new TemplateMistake(
                        1, 1, "a mail to a lead shows " + wanted.getKey() + "; the text part doesn't");
            }
        }
        if (rendered.text() == null || !rendered.text().contains(sender.postalAddress())) {
            throw new TemplateMistake(1, 1, "a mail to a lead shows sender.postalAddress; the text part doesn't");
        }
        if (!rendered.html().contains(escaped(sender.postalAddress()))) {
            throw new TemplateMistake(1, 1, "a mail to a lead shows sender.postalAddress; the html part doesn't");
        }
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
