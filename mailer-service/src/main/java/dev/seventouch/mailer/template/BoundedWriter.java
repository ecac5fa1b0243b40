package dev.seventouch.mailer.template;

import java.io.IOException;
import java.io.Serial;
import java.io.Writer;

/** Keeps what is written, up to a bound that no honest mail reaches. */
final class BoundedWriter extends Writer {

    static final int MOST = 512 * 1024;

    private final StringBuilder written = new StringBuilder(4096);

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        if (written.length() + length > MOST) {
            throw new Full();
        }
        written.append(chars, from, length);
    }

    @Override
    public void write(String words, int from, int length) throws IOException {
        if (written.length() + length > MOST) {
            throw new Full();
        }
        written.append(words, from, from + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return written.toString();
    }

    static final class Full extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        Full() {
            super("this writes more than " + MOST / 1024 + " KB");
        }
    }
}
