package dev.seventouch.embedded;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the API answers, in the shape of Mailpit's API v1. */
final class Answers {
    private Answers() {}

    /** @param total of all messages that match, not of those on this page */
    record Page(
            @JsonProperty("total") int total,
            @JsonProperty("count") int count,
            @JsonProperty("messages_count") int messagesCount,
            @JsonProperty("start") int start,
            @JsonProperty("messages") List<Summary> messages) {}

    record Summary(
            @JsonProperty("ID") String id,
            @JsonProperty("MessageID") String messageId,
            @JsonProperty("From") Mailbox from,
            @JsonProperty("To") List<Mailbox> to,
            @JsonProperty("Cc") List<Mailbox> cc,
            @JsonProperty("ReplyTo") List<Mailbox> replyTo,
            @JsonProperty("Subject") String subject,
            @JsonProperty("Created") Instant created,
            @JsonProperty("Size") long size,
            @JsonProperty("Attachments") int attachments,
            @JsonProperty("Snippet") String snippet) {

        static Summary of(Envelope envelope) {
            return new Summary(
                    envelope.id(),
                    envelope.messageId(),
                    envelope.from(),
                    envelope.to(),
                    envelope.cc(),
                    envelope.replyTo(),
                    envelope.subject(),
                    envelope.receivedAt(),
                    envelope.size(),
                    envelope.attachments(),
                    envelope.snippet());
        }
    }

    record Message(
            @JsonProperty("ID") String id,
            @JsonProperty("MessageID") String messageId,
            @JsonProperty("ReturnPath") String returnPath,
            @JsonProperty("Recipients") List<String> recipients,
            @JsonProperty("From") Mailbox from,
            @JsonProperty("To") List<Mailbox> to,
            @JsonProperty("Cc") List<Mailbox> cc,
            @JsonProperty("ReplyTo") List<Mailbox> replyTo,
            @JsonProperty("Subject") String subject,
            @JsonProperty("Date") Instant date,
            @JsonProperty("Text") String text,
            @JsonProperty("HTML") String html,
            @JsonProperty("Size") long size,
            @JsonProperty("Headers") Map<String, List<String>> headers,
            @JsonProperty("Attachments") List<Attachment> attachments) {

        static Message of(Envelope envelope, ParsedMail mail) {
            return new Message(
                    envelope.id(),
                    envelope.messageId(),
                    envelope.sender(),
                    envelope.recipients(),
                    envelope.from(),
                    envelope.to(),
                    envelope.cc(),
                    envelope.replyTo(),
                    envelope.subject(),
                    envelope.receivedAt(),
                    mail.text(),
                    mail.html(),
                    envelope.size(),
                    mail.headers(),
                    mail.attachments().stream().map(Attachment::of).toList());
        }
    }

    record Attachment(
            @JsonProperty("FileName") String fileName,
            @JsonProperty("ContentType") String contentType,
            @JsonProperty("Size") int size) {

        static Attachment of(ParsedMail.Attachment attachment) {
            return new Attachment(attachment.fileName(), attachment.contentType(), attachment.size());
        }
    }

    /** The body of a request to delete; no ids means all. */
    record Deletion(@JsonProperty("IDs") List<String> ids) {}
}
