/** Plans and library items as their authors write them, read into the model, with every error named by line. */
@NullMarked
package dev.seventouch.engine.definition;

import org.jspecify.annotations.NullMarked;
