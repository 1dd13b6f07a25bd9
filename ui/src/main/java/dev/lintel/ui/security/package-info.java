/** Who gets in: people by login, programs by token; and on whose behalf a request works. */
@NullMarked
package dev.lintel.ui.security;

import org.jspecify.annotations.NullMarked;
