@NullMarked
package dev.lintel.standalone.demo;

import org.jspecify.annotations.NullMarked;
