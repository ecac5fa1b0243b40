package dev.seventouch.desk.template;

import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.events.lead.Lead;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mailer's templates. All of its methods throw {@link MailerAway} where it can't be reached. */
public interface Templates {

    /** Lower-case letters and digits, parted by hyphens. */
    Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,15}");

    int LONGEST_ID = 64;

    static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    /** By id. */
    List<Listed> all();

    /** @return empty if there is no such template */
    Optional<Source> open(String id);

    /**
     * What is to be said against {@code source}, from top to bottom.
     *
     * @param id under which it would be published; null for words that belong to none
     */
    Reply<List<Finding>> lint(String source, @Nullable String id);

    /** @param lead whom it is filled for; null for somebody made up */
    Reply<Preview> preview(String id, String source, @Nullable Lead lead);

    /** @return its version: the one that was the latest, if that has the same source */
    Reply<Integer> publish(String id, String source);

    /**
     * Sends what a preview shows.
     *
     * @param to one address
     * @return what the relay said
     */
    Reply<String> send(String id, String source, @Nullable Lead lead, String to);

    /** What is different between two versions; empty if one of them is not known, or not any more. */
    Optional<Difference> difference(String id, int from, int to);
}
