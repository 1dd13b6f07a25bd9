/** How invited people get in: registration, a forgotten password. */
@NullMarked
package dev.lintel.ui.user.invitation;

import org.jspecify.annotations.NullMarked;
