package dev.seventouch.mailer.channel.letter;

/** Words in a page. */
final class Html {

    private Html() {}

    static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
