package dev.seventouch.benchmarks.mail;

import dev.seventouch.benchmarks.machine.Loopback;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** What one writes first: a message, and send; a connection for each, as Spring's JavaMailSender does it. */
public final class NaiveLoop {

    private NaiveLoop() {}

    /** @param body about as long as what the mailer sends */
    public static void send(int port, int mails, String body) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", Loopback.HOST);
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        Session session = Session.getInstance(settings);
        try {
            for (int number = 0; number < mails; number++) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(new InternetAddress("hello@nordlicht.example"));
                message.setRecipient(
                        Message.RecipientType.TO, new InternetAddress("lead" + number + "@customer.example"));
                message.setSubject("Welcome");
                MimeMultipart both = new MimeMultipart("alternative");
                both.addBodyPart(part(body.substring(0, body.length() / 4), "plain"));
                both.addBodyPart(part(body.substring(body.length() / 4), "html"));
                message.setContent(both);
                Transport.send(message);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("the sink refuses a mail", e);
        }
    }

    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, "UTF-8", subtype);
        return part;
    }
}
