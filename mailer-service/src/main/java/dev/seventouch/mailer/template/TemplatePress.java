package dev.seventouch.mailer.template;

/** Publishes templates: what it returned from is known to every mailer within moments. */
public interface TemplatePress {

    /**
     * Publishes {@code source} as the next version; the same source as the latest is no new version.
     *
     * @param byHand whether somebody wishes it; otherwise a file has it
     * @return the version under which the source is known
     */
    int publish(String id, String source, boolean byHand);
}
