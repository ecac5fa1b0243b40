/** The sales desk: hands touches over to people and shows each lead's story. */
@NullMarked
package dev.seventouch.desk;

import org.jspecify.annotations.NullMarked;
