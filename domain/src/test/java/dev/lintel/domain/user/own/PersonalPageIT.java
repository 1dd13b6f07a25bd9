package dev.lintel.domain.user.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.ColourScheme;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.Preferences;
import dev.lintel.domain.user.TimeFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class PersonalPageIT extends DatabaseIT {
    private static final PersonalDetails ANNA = new PersonalDetails("Anna Bell", "+44 20 7946 0958", "Mill Court 1");

    @Autowired
    Accounts accounts;

    @Autowired
    PersonalPage page;

    @Autowired
    JdbcTemplate jdbc;

    private Actor anna = Actor.server();

    @BeforeEach
    void anAccount() {
        jdbc.update("delete from account");
        accounts.createFirstAdministrator();
        anna = accounts.actor(accounts.byLogin("admin").orElseThrow());
    }

    @Test
    void keepsWhatSomebodySaysOfThemselves() {
        page.change(anna, ANNA);

        assertThat(page.details(anna)).isEqualTo(ANNA);
    }

    @Test
    void remembersHowThingsAreShown() {
        Preferences liked = new Preferences(
                Locale.of("uk"),
                ZoneId.of("Europe/Kyiv"),
                TimeFormat.H12,
                IdentifierNotation.HEXADECIMAL,
                ColourScheme.DARK);
        assertThat(page.preferences(anna)).isEqualTo(Preferences.initial(Locale.ENGLISH));

        page.prefer(anna, liked);

        assertThat(page.preferences(anna)).isEqualTo(liked);
    }

    @Test
    void aNewPhotoLeavesNothingOfTheOld() throws IOException {
        page.changePhoto(anna, png(300));
        byte[] first = page.photo(anna).orElseThrow();
        page.changePhoto(anna, png(500));

        assertThat(first).startsWith(0xFF, 0xD8);
        assertThat(jdbc.queryForObject("select count(*) from photo", Integer.class))
                .isEqualTo(1);
        page.removePhoto(anna);
        assertThat(page.photo(anna)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from photo", Integer.class))
                .isZero();
    }

    private static byte[] png(int side) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }
}
