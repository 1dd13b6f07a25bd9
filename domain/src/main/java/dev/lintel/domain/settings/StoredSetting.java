package dev.lintel.domain.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One setting as it is kept. */
@Entity
@Table(name = "setting")
class StoredSetting {
    @Id
    private String key;

    private String value;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StoredSetting() {}

    StoredSetting(String key, String value) {
        this.key = key;
        this.value = value;
    }

    String value() {
        return value;
    }
}
