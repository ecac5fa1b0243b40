package dev.seventouch.mailer.delivery;

import java.time.LocalDate;

/** How many mails each relay was given on which day, by all mailers together. */
public interface RelayDays {

    /**
     * Sets {@code many} mails aside for the caller.
     *
     * @return how many had been set aside that day before; perhaps a few more where several ask at the same time, never fewer
     */
    long setAside(String relay, LocalDate day, int many);
}
