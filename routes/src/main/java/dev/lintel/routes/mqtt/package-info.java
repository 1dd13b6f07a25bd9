/** Our own device protocol over MQTT, {@code acs/v1/<serial>/…}; described for its users in {@code /asyncapi.yaml}. */
@NullMarked
package dev.lintel.routes.mqtt;

import org.jspecify.annotations.NullMarked;
