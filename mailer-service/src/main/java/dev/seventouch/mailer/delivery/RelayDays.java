package dev.seventouch.mailer.delivery;

import java.time.LocalDate;

/** How many mails each relay and each recipients' domain that warms up was given on which day, by all mailers together. */
public interface RelayDays {

    /**
     * Sets {@code many} mails aside for the caller.
     *
     * @param name of a relay, as {@code HOST:PORT}, or of a domain, as {@code @DOMAIN}
     * @param day days before yesterday may be forgotten by then
     * @return how many had been set aside that day before; perhaps a few more where several ask at the same time, never fewer
     */
    long setAside(String name, LocalDate day, int many);
}
