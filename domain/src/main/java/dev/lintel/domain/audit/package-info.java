/** Who changed what: a log of every change of business data, and of what else people did that may be asked about. */
@NullMarked
package dev.lintel.domain.audit;

import org.jspecify.annotations.NullMarked;
