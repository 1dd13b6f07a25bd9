package dev.lintel.standalone.broker;

import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.LintelProperties;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded broker, unless the operator names another one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lintel.mqtt.embedded")
class BrokerConfiguration {
    @Bean
    InternalMqttCredential internalMqttCredential(LintelProperties properties) {
        return new InternalMqttCredential(
                Objects.requireNonNull(properties.mqtt().user()),
                Objects.requireNonNull(properties.mqtt().password()));
    }

    @Bean
    DeviceTopicSecurity deviceTopicSecurity(InternalMqttCredential server, ObjectProvider<DeviceRegistry> devices) {
        return new DeviceTopicSecurity(
                server, (serial, password) -> devices.getObject().authenticate(serial, password));
    }

    @Bean
    EmbeddedBroker embeddedBroker(LintelHome home, LintelProperties properties, DeviceTopicSecurity security)
            throws Exception {
        ServerCertificate certificate = ServerCertificate.in(home.folder("tls"), InstantSource.system());
        var ports = new EmbeddedBroker.Ports(
                properties.mqtt().port(), properties.mqtts().port());
        return new EmbeddedBroker(home.folder("mqtt"), ports, certificate, security);
    }
}
