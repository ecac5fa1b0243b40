package dev.seventouch.desk.lead;

/** What a lead did or said that changes how it stands; only the last time of each counts. */
public enum Mark {
    READY_TO_BUY,
    CONVERTED,
    PAUSED,
    RESUMED
}
