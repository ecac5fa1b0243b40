package dev.seventouch.mailer.template;

/**
 * The house that sends.
 *
 * @param postalAddress in one line, shown in every mail to a lead (15 U.S.C. 7704(a)(5))
 */
public record Sender(String name, String address, String postalAddress) {}
