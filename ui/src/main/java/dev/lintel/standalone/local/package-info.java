/** The command line beside the server: it asks the running one, or does the work itself when none runs. */
@NullMarked
package dev.lintel.standalone.local;

import org.jspecify.annotations.NullMarked;
