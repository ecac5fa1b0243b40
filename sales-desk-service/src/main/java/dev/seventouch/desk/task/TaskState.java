package dev.seventouch.desk.task;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    /** A person did it. */
    DONE,
    /** Nobody is to do it any more, as the lead forbade it. */
    CLOSED
}
