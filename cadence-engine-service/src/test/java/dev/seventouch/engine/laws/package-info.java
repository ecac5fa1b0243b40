/** The proof of the laws: random histories in random worlds, judged by checkers that don't know how the engine decides. */
package dev.seventouch.engine.laws;
