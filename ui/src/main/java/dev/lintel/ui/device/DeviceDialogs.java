package dev.lintel.ui.device;

import org.springframework.stereotype.Component;

/** What can be done for one device. */
@Component
record DeviceDialogs(CredentialDialogs credentials, PositionDialogs positions, TagDialogs tags) {}
