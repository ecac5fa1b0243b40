package dev.seventouch.intake;

import dev.seventouch.intake.mailbox.LeadAddresses;
import dev.seventouch.intake.mailbox.Postbox;
import dev.seventouch.intake.mailbox.imap.ImapAccount;
import dev.seventouch.intake.mailbox.imap.ImapAccount.Security;
import dev.seventouch.intake.mailbox.imap.ImapPostbox;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox of what comes back.
 *
 * @param host where it is; none is read unless set
 * @param port that of the kind of security unless set: 993, else 143
 * @param certificates a PEM file of those that are trusted in place of the platform's, such as that of a server whose
 *     certificate is of one's own making; empty for the platform's
 * @param poll wall time between two looks, where the server does not tell by itself
 * @param largest how much is read of one mail
 * @param timeout wall time for connecting and for each reply
 * @param leads the addresses at which strangers become leads, each with its source, such as {@code sales@example.com=by-mail}
 * @param own who is no lead whatever they write: addresses, and domains such as {@code @example.com}
 * @param confirmLeads whether such leads have to confirm before anything else goes out
 */
@ConfigurationProperties("seventouch.intake.mailbox")
@Validated
record MailboxProperties(
        @DefaultValue("") String host,
        @DefaultValue("0") @Min(0) @Max(65_535) int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("implicit") Security security,
        @DefaultValue("") String certificates,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("1m") Duration poll,
        @DefaultValue("1MB") DataSize largest,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("") String leads,
        @DefaultValue("") String own,
        @DefaultValue("false") boolean confirmLeads) {

    @AssertTrue(message = "a mailbox needs a user and a password: set SEVENTOUCH_MAILBOX_USER and _PASSWORD") boolean isWhole() {
        return host.isBlank() || (!user.isBlank() && !password.isBlank());
    }

    @AssertTrue(message = "a password never goes to another machine in clear: set security to implicit or starttls") boolean isPasswordSafe() {
        return host.isBlank()
                || security != Security.NONE
                || host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("::1");
    }

    @AssertTrue(
            message =
                    "leads by mail are told like sales@example.com=by-mail, own addresses like hello@example.com or @example.com: "
                            + "mend SEVENTOUCH_MAILBOX_LEADS or _OWN")
    boolean isWhoIsALeadReadable() {
        try {
            leadAddresses(List.of());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * @param house more addresses of the house
     * @throws IllegalArgumentException if a setting can't be read
     */
    LeadAddresses leadAddresses(List<String> house) {
        String all = String.join(",", house) + (user.contains("@") ? "," + user : "") + "," + own;
        return leads.isBlank() ? LeadAddresses.read("", own, false) : LeadAddresses.read(leads, all, confirmLeads);
    }

    @Nullable Postbox postbox() {
        int usual = security == Security.IMPLICIT ? 993 : 143;
        return host.isBlank()
                ? null
                : new ImapPostbox(new ImapAccount(
                        host,
                        port == 0 ? usual : port,
                        user,
                        password,
                        security,
                        certificates.isBlank() ? null : Path.of(certificates.strip()),
                        folder,
                        Math.toIntExact(largest.toBytes()),
                        timeout));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "MailboxProperties[" + user + "@" + host + "]";
    }
}
