/** The web desk: pages for people, signed in with a session, usable without script. */
@NullMarked
package dev.seventouch.desk.console;

import org.jspecify.annotations.NullMarked;
