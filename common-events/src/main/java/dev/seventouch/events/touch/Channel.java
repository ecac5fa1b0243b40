package dev.seventouch.events.touch;

/** How a lead is touched: by machine, or by a person. */
public enum Channel {
    EMAIL(Medium.EMAIL, true),
    LETTER(Medium.POST, true),
    CARD(Medium.POST, true),
    CALL(Medium.PHONE, false),
    VISIT(Medium.VISIT, false),
    NOTE(Medium.POST, false),
    GIFT(Medium.POST, false);

    private final Medium medium;
    private final boolean automatic;

    Channel(Medium medium, boolean automatic) {
        this.medium = medium;
        this.automatic = automatic;
    }

    public Medium medium() {
        return medium;
    }

    /** Whether a machine does it; otherwise it is a task for a person. */
    public boolean isAutomatic() {
        return automatic;
    }
}
