package dev.seventouch.mailer.channel.email;

/** What may stand in a header. */
final class HeaderText {

    private HeaderText() {}

    /** Whether a control character or a line separator is in it: that is how headers are smuggled in (RFC 5322 2.2). */
    static boolean isUnsafe(String words) {
        return words.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    /** Words that look like an encoded word (RFC 2047) and are none would be decoded by whoever reads them. */
    static String literal(String words) {
        return words.replace("=?", "= ?");
    }
}
