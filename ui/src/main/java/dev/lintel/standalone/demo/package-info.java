/** Heathfield House, the example of the manual, with panels that are simulated but really connect. */
@NullMarked
package dev.lintel.standalone.demo;

import org.jspecify.annotations.NullMarked;
