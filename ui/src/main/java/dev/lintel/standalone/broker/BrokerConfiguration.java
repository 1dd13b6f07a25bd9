package dev.lintel.standalone.broker;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.standalone.LintelHome;
import dev.lintel.standalone.LintelProperties;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
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
    DeviceTopicSecurity deviceTopicSecurity(
            InternalMqttCredential server, DeviceRegistry registry, AccessDirectory directory) {
        return new DeviceTopicSecurity(server, new DeviceLogins() {
            @Override
            public boolean authenticate(String serial, String password) {
                return registry.authenticate(serial, password);
            }

            @Override
            public boolean isSerial(String name) {
                return directory.siteOfSerial(name) != null;
            }
        });
    }

    @Bean
    EmbeddedBroker embeddedBroker(LintelHome home, LintelProperties properties, DeviceTopicSecurity security)
            throws Exception {
        ServerCertificate certificate = ServerCertificate.in(home.folder("tls"), InstantSource.system());
        var ports = new EmbeddedBroker.Ports(
                URI.create(Objects.requireNonNull(properties.mqtt().url())).getPort(),
                properties.mqtt().port(),
                properties.mqtts().port());
        return new EmbeddedBroker(home.folder("mqtt"), ports, certificate, security);
    }

    @Bean
    DeviceAdmission deviceAdmission(EmbeddedBroker broker) {
        return new DeviceAdmission(broker);
    }
}
