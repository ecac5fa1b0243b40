package dev.seventouch.desk.letter;

/** The print room can't be asked now, or its answer can't be understood: what was wished may have been done, or not. */
public final class PrintRoomAway extends RuntimeException {

    /** @param why for the log */
    public PrintRoomAway(String why, Throwable cause) {
        super(why, cause);
    }

    public PrintRoomAway(String why) {
        super(why);
    }
}
