package dev.seventouch.desk.template;

/** What a template is for. */
public enum Kind {
    EMAIL,
    LETTER,
    CARD,
    /** The frame that other templates are put into. */
    LAYOUT
}
