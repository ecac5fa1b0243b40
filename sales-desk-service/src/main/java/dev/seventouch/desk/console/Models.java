package dev.seventouch.desk.console;

import dev.seventouch.desk.lead.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates show. The records are public because FreeMarker reads nothing else. */
final class Models {

    private Models() {}

    /** An instant, for machines and for people. */
    public record When(String iso, String words) {}

    public record Choice(String value, String words) {}

    /** An address, and the link that opens a mail to it. */
    public record Mail(String address, String link) {}

    /** A part of a list; {@code next} is what to ask for the rest with. */
    public record Part<T>(List<T> items, @Nullable String next) {}

    /** The token that a form sends back to show that it came from here. */
    public record Csrf(String field, String token) {}

    /** What every page behind the sign-in has. */
    public record Frame(String rep, Csrf csrf, String zone, When now, String here) {}

    public record TaskCard(
            String id,
            String leadId,
            String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable Mail email,
            String channel,
            String channelKey,
            @Nullable String errand,
            @Nullable String say,
            @Nullable Integer minutes,
            String reason,
            When due,
            boolean urgent,
            boolean open,
            @Nullable String standing,
            @Nullable String agreed,
            List<Choice> answers) {}

    public record LeadRow(
            String id,
            String name,
            @Nullable String company,
            @Nullable String source,
            @Nullable String owner,
            String state,
            String stateKey,
            @Nullable String nextChannel,
            @Nullable When next,
            @Nullable String why,
            @Nullable When dry) {}

    /** For how many leads the library runs dry; {@code from} is there if there are any. */
    public record Dry(int within, long leads, @Nullable When from, List<Lack> by) {}

    public record Lack(String channel, String step, long leads, When from) {}

    public record DryRow(LeadRow lead, String channel, String step, When from) {}

    public record LeadFacts(
            @Nullable Mail email,
            @Nullable String phone,
            @Nullable When captured,
            @Nullable String said,
            @Nullable String agreed,
            @Nullable String address,
            List<Facts.Told> told) {}

    /** @param template by which the lead was written to, if it brought nothing of the library */
    public record Line(
            When at,
            String kind,
            String title,
            @Nullable String status,
            @Nullable String statusKey,
            @Nullable String what,
            @Nullable String step,
            @Nullable String reason,
            @Nullable String content,
            @Nullable String template,
            @Nullable When until) {}

    public record SignInPage(Csrf csrf, boolean refused) {}

    public record DeskPage(
            Frame frame,
            Part<TaskCard> tasks,
            Part<LeadRow> leads,
            Dry dry,
            @Nullable String noted) {}

    public record TasksPage(Frame frame, Part<TaskCard> tasks, String state) {}

    /** @param find what is looked for; nothing for all. @param most as many are shown of those that are found */
    public record LeadsPage(Frame frame, Part<LeadRow> leads, String find, int most) {}

    public record LibraryPage(Frame frame, Dry dry, Part<DryRow> leads) {}

    public record LettersPage(Frame frame, Queue queue) {}

    /**
     * @param count such as "3 letters and 1 card"
     * @param more whether not all of them are in {@code letters}
     */
    public record Queue(
            String count,
            boolean one,
            List<LetterRow> letters,
            boolean more,
            @Nullable When nextCutOff,
            List<BatchRow> batches) {}

    public record BatchRow(String id, String state, String stateKey, When cutOff, String standing) {}

    public record LetterRow(
            String touch,
            String leadId,
            String channel,
            String to,
            String address,
            When queued,
            boolean posted,
            String state,
            String stateKey) {}

    /**
     * @param stopped what must not be posted
     * @param found how many there are of which {@code letters} shows the first
     */
    public record StackView(
            BatchRow batch,
            String count,
            boolean hasLetters,
            boolean hasCards,
            List<LetterRow> stopped,
            List<LetterRow> letters,
            int found,
            boolean canComeBack) {}

    public record BatchPage(
            Frame frame,
            StackView stack,
            String find,
            int most,
            @Nullable String noted) {}

    /** @param place such as "leads/0/17" */
    public record DeadLetterRow(
            String place,
            String topic,
            @Nullable String key,
            When at,
            String why,
            String size,
            String origin,
            String state,
            String stateKey,
            @Nullable String standing) {}

    /** @param cut whether there is more of it */
    public record Value(String text, boolean hex, boolean cut) {}

    public record HeaderRow(String name, String value) {}

    public record DeadLetterContent(@Nullable Value value, List<HeaderRow> headers) {}

    /** @param topic which alone is shown; empty for all */
    public record DeadLettersPage(
            Frame frame,
            Part<DeadLetterRow> letters,
            List<String> topics,
            String topic,
            @Nullable String noted) {}

    /**
     * @param content null if its lead was erased
     * @param replaces whether a replay takes the place of what came since under its key
     */
    public record DeadLetterPage(
            Frame frame,
            DeadLetterRow letter,
            @Nullable DeadLetterContent content,
            boolean replaces,
            @Nullable String noted) {}

    public record ReplayAllPage(Frame frame, String topic, boolean replaces, int most) {}

    /** @param bad whether something was not done */
    public record Notice(String words, boolean bad) {}

    /**
     * @param facts such as "German, version 3"
     * @param findings such as "2 warnings"; null where nothing is to be said
     * @param twins its ids in other languages
     */
    public record TemplateRow(
            String id,
            String facts,
            @Nullable String setAside,
            @Nullable String findings,
            boolean bad,
            List<Choice> twins) {}

    public record TemplateShelf(String title, String key, List<TemplateRow> templates) {}

    public record TemplatesPage(Frame frame, List<TemplateShelf> shelves) {}

    /** @param before what stands in the line before what was found; all of the line where nothing was found in it */
    public record FindingRow(
            String severity,
            String severityKey,
            int line,
            int column,
            String before,
            String found,
            String after,
            String why,
            String instead) {}

    /** @param count such as "1 error and 2 warnings" */
    public record Findings(String count, List<FindingRow> rows) {}

    public record Person(String id, String name, String details) {}

    /**
     * Whom a template is filled for.
     *
     * @param chosen an id, or nothing for somebody made up
     * @param problem why what was looked for chose nobody
     */
    public record Whom(
            String find,
            String chosen,
            List<Person> people,
            @Nullable String problem) {}

    /**
     * @param frame where the filled page is
     * @param facts such as "Email, in English, from the lead’s owner"
     * @param paper whether nobody reads it on a screen
     */
    public record Look(
            String frame,
            String whom,
            String facts,
            boolean paper,
            @Nullable String subject,
            @Nullable String text,
            String html,
            @Nullable String files) {}

    /** @param refused why there is no look at it */
    public record PreviewView(@Nullable Look look, List<String> refused) {}

    /**
     * @param version that was opened; 0 if none is published
     * @param sent what became of a test
     */
    public record WorkbenchPage(
            Frame frame,
            String id,
            int version,
            @Nullable String setAside,
            boolean comparable,
            String source,
            @Nullable Findings findings,
            Whom whom,
            PreviewView preview,
            boolean mail,
            String to,
            @Nullable Notice sent,
            @Nullable Notice notice) {}

    /** @param key {@code same}, {@code gone}, {@code new}, or {@code gap} for lines that are left out */
    public record DiffLine(
            String key, @Nullable Integer was, @Nullable Integer is, String words) {}

    public record DiffPage(
            Frame frame, String id, List<Integer> versions, int from, int to, List<DiffLine> lines, boolean same) {}

    /** @param refused why nothing can be said about it */
    public record CheckCopyPage(
            Frame frame, String words, @Nullable Findings findings, List<String> refused) {}

    public record LeadPage(
            Frame frame,
            LeadRow lead,
            LeadFacts facts,
            long had,
            Part<TaskCard> tasks,
            Part<Line> lines,
            @Nullable String noted) {}

    public record MailRow(
            String id,
            String subject,
            @Nullable String from,
            When at,
            String why,
            @Nullable String decision) {}

    public record MailsPage(
            Frame frame, Part<MailRow> mails, @Nullable String noted) {}

    /** @param wrong what is wrong with {@code who} */
    public record MailPage(
            Frame frame,
            MailRow mail,
            @Nullable String text,
            @Nullable String lead,
            String who,
            @Nullable String wrong) {}

    public record ProblemPage(String title, String words) {}
}
