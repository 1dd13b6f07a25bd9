/** Guest passes: what people give to those who visit them, within the limits of their groups and of the server. */
@NullMarked
package dev.lintel.domain.guestpass;

import org.jspecify.annotations.NullMarked;
