/** Has the logs looked through at night for what is too old. */
@NullMarked
package dev.lintel.routes.audit;

import org.jspecify.annotations.NullMarked;
