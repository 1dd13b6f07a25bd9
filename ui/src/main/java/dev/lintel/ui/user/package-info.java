/** Logging in, one's own password and language, and API tokens. */
@NullMarked
package dev.lintel.ui.user;

import org.jspecify.annotations.NullMarked;
