package dev.lintel.domain.permission;

import java.util.Arrays;
import java.util.Optional;

/** What can be permitted. The codes are those of the permission catalogue. */
public enum Permission {
    ACS_LOG_VIEW("acs-log.view"),
    DECISION_EXPLAIN("decision.explain"),
    DEVICE_VIEW("device.view"),
    DEVICE_EDIT("device.edit"),
    DEVICE_OPEN_LOCK("device.open-lock"),
    SETTINGS_VIEW("settings.view"),
    SETTINGS_EDIT("settings.edit"),
    SETTINGS_IMPORT("settings.import");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    /** The permission with this code; empty when the catalogue of this version has none. */
    public static Optional<Permission> ofCode(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.code.equals(code))
                .findFirst();
    }

    /** The code in the catalogue, in API tokens and over REST. */
    public String code() {
        return code;
    }
}
