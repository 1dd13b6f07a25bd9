/** How the domain's words are spelled in JSON, the same in every protocol of our own. */
@NullMarked
package dev.lintel.routes.wire;

import org.jspecify.annotations.NullMarked;
