/** The mailer between a broker and an SMTP sink, and what it is measured against. */
@NullMarked
package dev.seventouch.benchmarks.mail;

import org.jspecify.annotations.NullMarked;
